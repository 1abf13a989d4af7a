import { createEmulator, type EmulatorOptions } from '../../emulator/emulator.ts';
import { practiceApp, practiceOrigin } from '../../emulator/state/practice-app.ts';
import type { PracticeEmulator } from '../shared/practice-emulator.ts';
import { pictureOf } from './picture-of.ts';
import { withoutLinks } from './without-links.ts';

/**
 * Opens practice: a new emulator, whose app has the address of this page as its redirect URI.
 * @param redirectUri one that Spotify allows
 * @param options the emulator's clock and source of tokens; each has a default
 * @throws {ControlError} if Spotify refuses the redirect URI
 */
export function openEmulator(redirectUri: string, options: EmulatorOptions = {}): PracticeEmulator {
  const { fetch, controls } = createEmulator(options);
  const { clientId, clientSecret } = practiceApp;
  let rotates = false;
  controls.changeApp(clientId, { redirectUris: [redirectUri] });

  const callbackOf = (answer: Response) => new URL(answer.headers.get('location') ?? redirectUri).searchParams;
  return {
    endpoints: { accountsUrl: practiceOrigin, apiUrl: practiceOrigin },
    clientId,
    clientSecret,
    fetch: async (input, init) => withoutLinks(await fetch(new Request(input, init))),
    pictureOf,
    now: () => controls.now,
    moveTo: (now) => void controls.moveClock({ now }),
    get rotates() {
      return rotates;
    },
    setRotates(next) {
      rotates = next;
      controls.changeApp(clientId, { rotates });
    },
    async authorize(address) {
      const answer = await fetch(address);
      if (answer.headers.has('location')) return { kind: 'callback', parameters: callbackOf(answer) };
      return answer.ok ? { kind: 'ask' } : { kind: 'dead-end', line: await answer.text() };
    },
    async decide(address, decision) {
      controls.set({ consent: decision });
      const answer = await fetch(address);
      controls.set({ consent: 'ask' });
      return callbackOf(answer);
    },
  };
}
