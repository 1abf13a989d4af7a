import type { Endpoints } from '../../spotify/endpoints.ts';
import { byId } from '../shared/dom.ts';
import type { Mode } from '../shared/page-context.ts';

/** The switch between Spotify and the emulator. It is a person's to turn (or a history entry's own), never a link's. */
export interface PracticeSwitch {
  mode(): Mode;
  /** The client ID that stood in the form before Practice; given back on the way out. */
  former(): string;
  readonly endpoints: Endpoints | undefined;
  show(mode: Mode): void;
  /** Back in a history entry that was left in this mode. */
  resume(mode: Mode, former: string): void;
  onSwitch(told: () => void): void;
}

/** The emulator beside the page, if `npm start` serves it: named by one meta element, on loopback only. */
function findEmulator(): { endpoints: Endpoints; clientId: string } | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[name=refrain-emulator]');
  if (!meta || !URL.canParse(meta.content)) return undefined;
  const { origin, hostname } = new URL(meta.content);
  if (!/^(127\.0\.0\.1|\[::1\])$/.test(hostname)) return undefined;
  return { endpoints: { accountsUrl: origin, apiUrl: origin }, clientId: meta.dataset['clientId'] ?? '' };
}

/** Takes over the two buttons of the heading. */
export function initPractice(): PracticeSwitch {
  const beside = findEmulator();
  const box = byId<HTMLInputElement>('client-id');
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('.modes button')];
  let mode: Mode = 'spotify';
  let former = '';
  let tell = () => {};
  if (beside) byId<HTMLAnchorElement>('emulator-page').href = beside.endpoints.accountsUrl;

  function show(wanted: Mode): void {
    mode = beside ? wanted : 'spotify';
    document.documentElement.dataset['mode'] = mode;
    for (const button of buttons) button.ariaPressed = String(button.value === mode);
  }
  for (const button of buttons) {
    button.addEventListener('click', () => {
      if (button.value === mode || !beside) return;
      if (mode === 'spotify') former = box.value;
      show(button.value as Mode);
      box.value = mode === 'practice' ? beside.clientId : former;
      tell();
    });
  }
  return {
    mode: () => mode,
    former: () => former,
    endpoints: beside?.endpoints,
    show,
    resume(then, before) {
      former = before;
      show(then);
      if (mode === 'practice' && beside && !box.value) box.value = beside.clientId;
    },
    onSwitch(told) {
      tell = told;
    },
  };
}
