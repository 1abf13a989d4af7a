import type { ErrorCode } from '../../../errors/error-table.ts';
import { explain } from '../../../errors/explain.ts';
import type { RefrainError } from '../../../errors/refrain-error.ts';
import { longDate } from '../../../text/dates.ts';
import { spotifySays, whatHappened } from '../../terminal/errors.ts';
import type { TabWords } from './tab-page.ts';

/** What a tab is told when all went well. `end`: when the refresh token ends, epoch milliseconds. */
export function keptWords(end: number | undefined, account: string | undefined): TabWords {
  return {
    title: end === undefined ? 'Done.' : 'Kept, until',
    date: end === undefined ? undefined : longDate(end),
    said: [
      // Set apart, so that a name that is written from right to left turns nothing else around.
      ...(account === undefined ? [] : [`The account is \u2068${account}\u2069.`]),
      'The terminal has what you asked for, and says how to go on.',
    ],
    isGood: true,
  };
}

/**
 * What a tab shows when there is no token.
 * @param now epoch milliseconds
 */
export function failedWords(error: RefrainError, cure: string, now: number): TabWords {
  const { title } = explain(error);
  const what = whatHappened(error, now);
  return {
    title,
    // The sentence says more than the title only if it holds a value.
    said: [...(what === `${title}.` ? [] : [what]), ...spotifySays(error), cure],
    isGood: false,
  };
}

/** What a tab shows if its address does not belong to this login, which goes on waiting. */
export function notUsedWords(code: ErrorCode): TabWords {
  const { title, reason } = explain({ code });
  return { title, said: [reason, 'The login in the terminal is still waiting.'], isGood: false };
}

export const waitingWords: TabWords = {
  title: 'Waiting for Spotify',
  said: ['A login waits here for Spotify\u2019s answer. Its address stands in the terminal.'],
  isGood: true,
};

export const overWords: TabWords = {
  title: 'This login is over',
  said: ['The terminal says how it ended.'],
  isGood: true,
};
