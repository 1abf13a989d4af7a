import { deadEnds } from '../../../spotify/dead-ends.ts';
import type { ErrorCode } from '../../../errors/explanations.ts';
import type { AuthorizeAnswer } from './facts.ts';

/**
 * What can be learnt from `/authorize` without signing in. `accepted`: it asks for consent, or sends the browser back,
 * so all of the request is right. `sign-in first`: it looks at nothing before that, as Spotify does. Else the code of
 * its white page, or `unclear`.
 */
export type AuthorizeMeaning = 'accepted' | 'sign-in first' | 'unclear' | ErrorCode;

/** @param redirectUri as it was sent */
export function meaningOfAuthorize(answer: AuthorizeAnswer, redirectUri: string): AuthorizeMeaning {
  const { status, location, text } = answer;
  if (location !== undefined) {
    // Whoever may be sent back is known.
    return location.startsWith(redirectUri) ? 'accepted' : 'sign-in first';
  }
  if (status >= 200 && status < 300) return 'accepted';
  if (status >= 500 || status === 429) return 'unclear';
  const lines = deadEnds.flatMap(({ texts, code }) => texts.map((line) => ({ line, code })));
  // The longest first: one line is the beginning of another.
  return (
    lines.toSorted((a, b) => b.line.length - a.line.length).find(({ line }) => text.includes(line))?.code ?? 'unclear'
  );
}
