import { showNotice } from '../form/notice.ts';
import { announce, byId, setText } from '../shared/dom.ts';
import { withParts } from '../lazy.ts';
import { formText } from '../text/form-text.ts';
import type { Mode } from '../shared/page-context.ts';
import type { PracticeRoom } from '../shared/practice-room.ts';
import { loadAll } from './load-all.ts';

/** The switch between Spotify and practice. The user or a history entry changes it, never a link. */
export interface PracticeSwitch {
  mode(): Mode;
  /** The emulator, while practice is open. */
  room(): PracticeRoom | undefined;
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
  let room: PracticeRoom | undefined;
  let formerClientId = '';
  let listener = () => {};

  function show(mode: Mode): void {
    if (mode === 'spotify') room = undefined;
    document.documentElement.dataset['mode'] = room ? 'practice' : 'spotify';
  }
  function leave(): void {
    if (!room) return;
    show('spotify');
    box.value = formerClientId;
    listener();
    button.focus();
  }
  async function enter(isAgain = false): Promise<void> {
    if (button.ariaBusy) return;
    button.ariaBusy = 'true';
    announce(formText.loadingPractice);
    await withParts(loadAll, (openRoom) => {
      formerClientId = box.value;
      room = openRoom(redirectUri);
      show('practice');
      box.value = room.clientId;
      setText('practice-secret', room.clientSecret);
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
    mode: () => (room ? 'practice' : 'spotify'),
    room: () => room,
    formerClientId: () => formerClientId,
    fetch: (input, init) => {
      const answer = room && String(input).startsWith(`${room.endpoints.apiUrl}/`) ? room.fetch : fetch;
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
