import { type Endpoints, isLoopback } from '../../spotify/endpoints.ts';
import { byId } from '../shared/dom.ts';
import type { Mode } from '../shared/page-context.ts';

/** The switch between Spotify and the emulator. The user or a history entry changes it, never a link. */
export interface PracticeSwitch {
  mode(): Mode;
  /** The client ID that was in the form before practice. It is restored after practice. */
  formerClientId(): string;
  readonly endpoints: Endpoints | undefined;
  show(mode: Mode): void;
  /** Restores the mode of a history entry. */
  restore(mode: Mode, formerClientId: string): void;
  onSwitch(listener: () => void): void;
}

/** The emulator that `refrain page` starts with the page. A meta element names it; only a loopback address counts. */
function findEmulator(): { endpoints: Endpoints; clientId: string } | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[name=refrain-emulator]');
  if (!meta || !URL.canParse(meta.content)) return undefined;
  const { origin, hostname } = new URL(meta.content);
  if (!isLoopback(hostname)) return undefined;
  return { endpoints: { accountsUrl: origin, apiUrl: origin }, clientId: meta.dataset['clientId'] ?? '' };
}

/** Makes *Practice without an account* and *Leave practice* work. Without an emulator, the first explains how to get one. */
export function initPractice(): PracticeSwitch {
  const emulator = findEmulator();
  const box = byId<HTMLInputElement>('client-id');
  let mode: Mode = 'spotify';
  let formerClientId = '';
  let listener = () => {};
  if (emulator) byId<HTMLAnchorElement>('emulator-page').href = emulator.endpoints.accountsUrl;

  function show(wanted: Mode): void {
    mode = emulator ? wanted : 'spotify';
    document.documentElement.dataset['mode'] = mode;
  }
  const change = (wanted: Mode) => {
    if (mode === 'spotify') formerClientId = box.value;
    show(wanted);
    box.value = mode === 'practice' ? (emulator?.clientId ?? '') : formerClientId;
    listener();
    byId(mode === 'practice' ? 'leave-practice' : 'practice').focus();
  };
  byId('practice').addEventListener('click', () => {
    if (emulator) change('practice');
    else byId('practice-words').showPopover();
  });
  byId('leave-practice').addEventListener('click', () => change('spotify'));
  return {
    mode: () => mode,
    formerClientId: () => formerClientId,
    endpoints: emulator?.endpoints,
    show,
    restore(saved, savedClientId) {
      formerClientId = savedClientId;
      show(saved);
      if (mode === 'practice' && emulator && !box.value) box.value = emulator.clientId;
    },
    onSwitch(added) {
      listener = added;
    },
  };
}
