import type { Endpoints } from '../../spotify/endpoints.ts';
import { byId } from '../shared/dom.ts';
import type { World } from '../shared/page.ts';

/** The switch between Spotify and the emulator. It is a person's to turn (or a history entry's own), never a link's. */
export interface PracticeSwitch {
  world(): World;
  /** The client ID that stood in the form before Practice; given back on the way out. */
  former(): string;
  readonly endpoints: Endpoints | undefined;
  show(world: World): void;
  /** Back in a history entry that was left in this world. */
  resume(world: World, former: string): void;
  onSwitch(told: () => void): void;
}

/** The emulator beside the page, if `npm start` serves it: named by one meta element, on loopback only. */
function emulator(): { endpoints: Endpoints; clientId: string } | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[name=refrain-emulator]');
  if (!meta || !URL.canParse(meta.content)) return undefined;
  const { origin, hostname } = new URL(meta.content);
  if (!/^(127\.0\.0\.1|\[::1\])$/.test(hostname)) return undefined;
  return { endpoints: { accountsUrl: origin, apiUrl: origin }, clientId: meta.dataset['clientId'] ?? '' };
}

/** Takes over the two buttons of the heading. */
export function takeOverPractice(): PracticeSwitch {
  const beside = emulator();
  const box = byId<HTMLInputElement>('client-id');
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('.worlds button')];
  let world: World = 'spotify';
  let former = '';
  let tell = () => {};
  if (beside) byId<HTMLAnchorElement>('emulator-page').href = beside.endpoints.accountsUrl;

  function show(wanted: World): void {
    world = beside ? wanted : 'spotify';
    document.documentElement.dataset['world'] = world;
    for (const button of buttons) button.ariaPressed = String(button.value === world);
  }
  for (const button of buttons) {
    button.addEventListener('click', () => {
      if (button.value === world || !beside) return;
      if (world === 'spotify') former = box.value;
      show(button.value as World);
      box.value = world === 'practice' ? beside.clientId : former;
      tell();
    });
  }
  return {
    world: () => world,
    former: () => former,
    endpoints: beside?.endpoints,
    show,
    resume(then, before) {
      former = before;
      show(then);
      if (world === 'practice' && beside && !box.value) box.value = beside.clientId;
    },
    onSwitch(told) {
      tell = told;
    },
  };
}
