import { explanations, type ErrorCode } from '../../../errors/explanations.ts';
import type { RefrainError } from '../../../errors/refrain-error.ts';
import { longDate } from '../../../text/dates.ts';
import { details, nextTry, whatHappened } from '../../terminal/errors.ts';
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
 * What a tab is told when there is no token.
 * @param now epoch milliseconds
 */
export function failedWords(error: RefrainError, cure: string, now: number): TabWords {
  return {
    title: error.title,
    said: [whatHappened(error), ...details(error), ...nextTry(error, now), cure],
    isGood: false,
  };
}

/** What a tab is told whose address is not this login's to use; the login goes on waiting. */
export function notUsedWords(code: ErrorCode): TabWords {
  const { title, message, why } = explanations[code];
  return { title, said: [message, why, 'The login in the terminal is not ended by this.'], isGood: false };
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
