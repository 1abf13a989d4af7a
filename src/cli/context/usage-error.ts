import { RefrainError } from '../../errors/refrain-error.ts';

/** Words of small letters, each with at most four digits at its end: `my-site-2026`. A token mixes them. */
const name = '(?:[a-z]{0,20}\\d{0,4}[-_])+[a-z]{0,20}\\d{0,4}(?![\\w-])';

/** A client secret or ID; a token, whose letters are mixed; any other text that is too long for a name. */
const secretLike = new RegExp(
  `\\b[\\da-f]{32}\\b|\\b(?=[\\w-]*\\d)(?=[\\w-]*[a-z])(?=[\\w-]*[A-Z])[\\w-]{24,}|(?<![\\w-])(?!${name})[\\w-]{40,}`,
  'g',
);

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
