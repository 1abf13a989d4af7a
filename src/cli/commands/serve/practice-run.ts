import { listeners } from '../../../emulator/listeners/listeners.ts';
import { practiceApp } from '../../../emulator/state/practice-app.ts';
import { createHandler, type Handler } from '../../../handler/create-handler.ts';
import { createListening } from '../../../listening/create-listening.ts';
import type { ListeningForHandler } from '../../../listening/listening.ts';
import { practice, type Practice } from '../../../practice/practice.ts';

/** What the buttons of the index do to practice. */
export const practiceActions = {
  down: 'Spotify is down',
  pause: '429 for an hour',
  revoke: 'The token dies',
  hour: 'An hour later',
  restart: 'Start again',
} as const;

export type PracticeAction = keyof typeof practiceActions;

export const isPracticeAction = (text: unknown): text is PracticeAction =>
  typeof text === 'string' && Object.hasOwn(practiceActions, text);

/** Practice as it is served: its source, its lists, and its routes. */
export interface PracticeRun {
  readonly source: Practice;
  readonly listening: ListeningForHandler;
  readonly handler: Handler;
}

/** @param origin the address at which a browser finds the artwork */
export function startPractice(origin: string): PracticeRun {
  const source = practice({ origin });
  const listening = createListening({ keeper: source, clock: source.clock });
  const handler = createHandler({ listening });
  return { source, listening, handler: async (request) => requireRevalidation(await handler(request)) };
}

/** Makes a browser ask again each time, because the buttons change what a card shows. */
function requireRevalidation(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('cache-control', 'no-cache');
  return new Response(response.body, { status: response.status, headers });
}

const hour = 3_600_000;

/** More answers than anyone requests. */
const always = 1_000_000;

/** Breaks the emulated Spotify, or lets time pass for it and for the lists. `restart` is a new run. */
export function breakPractice({ source }: PracticeRun, action: Exclude<PracticeAction, 'restart'>): void {
  const { controls } = source;
  switch (action) {
    case 'down':
      controls.forgetAnswers();
      controls.answerNext({ fault: 'service_unavailable', times: always });
      return;
    case 'pause':
      controls.forgetAnswers();
      // One answer is enough: the lists keep the pause.
      controls.answerNext({ fault: 'rate_limited', headers: { 'Retry-After': String(hour / 1000) } });
      return;
    case 'revoke':
      controls.forgetAnswers();
      for (const { id } of listeners) controls.revoke({ clientId: practiceApp.clientId, listener: id });
      controls.moveClock({ advanceMs: hour });
      return;
    case 'hour':
      controls.moveClock({ advanceMs: hour });
  }
}
