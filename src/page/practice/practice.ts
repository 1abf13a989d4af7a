import { showNotice } from '../form/notice.ts';
import { announce, byId, setText } from '../shared/dom.ts';
import { withParts } from '../lazy.ts';
import { formText } from '../text/form-text.ts';
import type { Mode } from '../shared/page-context.ts';
import type { PracticeEmulator } from '../shared/practice-emulator.ts';
import { loadAll } from './load-all.ts';

/** The switch between Spotify and practice. The user or a history entry changes it, never a link. */
export interface PracticeSwitch {
  mode(): Mode;
  /** The emulator, while practice is open. */
  emulator(): PracticeEmulator | undefined;
  /** The client ID that was in the form before practice. It is restored after practice. */
  formerClientId(): string;
  /** `fetch`, except that requests to the emulator stay in the page. */
  readonly fetch: typeof fetch;
  show(mode: Mode): void;
  leave(): void;
  /** Opens practice again after a reload, which has closed it. */
  restore(mode: Mode, formerClientId: string): void;
  onSwitch(listener: () => void): void;
}

/** Makes *Practice without an account* and *Leave practice* work. Practice opens when everything that it needs is loaded; from then on no request leaves. */
export function initPractice(redirectUri: string): PracticeSwitch {
  const box = byId<HTMLInputElement>('client-id');
  const button = byId<HTMLButtonElement>('practice');
  const leaveButton = byId('leave-practice');
  let emulator: PracticeEmulator | undefined;
  let formerClientId = '';
  let listener = () => {};

  function show(mode: Mode): void {
    if (mode === 'spotify') emulator = undefined;
    document.documentElement.dataset['mode'] = emulator ? 'practice' : 'spotify';
  }
  function leave(): void {
    if (!emulator) return;
    show('spotify');
    box.value = formerClientId;
    listener();
    button.focus();
  }
  async function enter(isAgain = false): Promise<void> {
    if (button.ariaBusy) return;
    button.ariaBusy = 'true';
    announce(formText.loadingPractice);
    await withParts(loadAll, (openEmulator) => {
      formerClientId = box.value;
      emulator = openEmulator(redirectUri);
      show('practice');
      box.value = emulator.clientId;
      setText('practice-secret', emulator.clientSecret);
      listener();
      if (document.activeElement === document.body || document.activeElement === button) leaveButton.focus();
      if (isAgain) showNotice(formText.practiceAgain);
      else announce(formText.practiceOpen);
    });
    button.ariaBusy = null;
  }
  button.addEventListener('click', () => void enter());
  leaveButton.addEventListener('click', leave);
  return {
    mode: () => (emulator ? 'practice' : 'spotify'),
    emulator: () => emulator,
    formerClientId: () => formerClientId,
    fetch: (input, init) => {
      const answer = emulator && String(input).startsWith(`${emulator.endpoints.apiUrl}/`) ? emulator.fetch : fetch;
      return answer(input, init);
    },
    show,
    leave,
    restore(mode, savedClientId) {
      if (mode !== 'practice') return;
      box.value = savedClientId;
      void enter(true);
    },
    onSwitch(added) {
      listener = added;
    },
  };
}
