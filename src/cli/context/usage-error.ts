import { RefrainError } from '../../errors/refrain-error.ts';

/** Words of small letters, each with at most four digits at its end: `my-site-2026`. A token mixes them. */
const wordsJoinedBy = (signs: string) => `(?:[a-z]{0,20}\\d{0,4}[${signs}])+[a-z]{0,20}\\d{0,4}`;

/** A client secret or ID; a token, whose letters are mixed; any other text that is too long for a name. */
const secretLike = new RegExp(
  `\\b[\\da-f]{32}\\b|\\b(?=[\\w-]*\\d)(?=[\\w-]*[a-z])(?=[\\w-]*[A-Z])[\\w-]{24,}|(?<![\\w-])(?!${wordsJoinedBy('-_')}(?![\\w-]))[\\w-]{40,}`,
  'g',
);

const words = new RegExp(`^${wordsJoinedBy('-_/:,. ')}$`);

/** Whether a text has only words of small letters: names, lists of names, a path. */
export const isWords = (text: string): boolean => words.test(text);

/** More than an error shows. */
const maxLength = 1000;

/** Hides what looks like a secret: it may have come into a wrong flag or variable, and logs of jobs are often public. */
export function hideSecrets(text: string): string {
  return text.slice(0, maxLength).replace(secretLike, '\u2026');
}

/** An error about the command line, as one sentence. `RefrainError` removes control characters from it. */
export function usageError(sentence: string): RefrainError {
  return new RefrainError('wrong_usage', { detail: hideSecrets(sentence) });
}
