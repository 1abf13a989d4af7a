import type { ErrorCode } from '../errors/error-table.ts';

/** An error page of Spotify's `/authorize`: one line of text, without a redirect back to the app. */
export interface DeadEnd {
  /** The line on the page: the current text first, then older ones. */
  readonly texts: readonly [string, ...string[]];
  /** The error that explains it. */
  readonly code: ErrorCode;
}

/**
 * Spotify's error pages of `/authorize`, the most common first. They appear only after sign-in, with HTTP status 400.
 * Spotify does not document them: the texts are from reports.
 * @see https://github.com/pckhib/node-red-contrib-spotify/issues/36
 * @see https://github.com/pavelkomarov/exportify/issues/133
 */
export const deadEnds: readonly DeadEnd[] = [
  {
    texts: ['redirect_uri: Not matching configuration', 'INVALID_CLIENT: Invalid redirect URI'],
    code: 'redirect_uri_mismatch',
  },
  { texts: ['redirect_uri: Insecure', 'INVALID_CLIENT: Insecure redirect URI'], code: 'redirect_uri_insecure' },
  { texts: ['client_id: Not present', 'Missing required parameter: client_id'], code: 'client_id_missing' },
  { texts: ['INVALID_CLIENT: Invalid client'], code: 'client_unknown' },
  { texts: ['Illegal scope'], code: 'scope_illegal' },
  {
    texts: ['response_type must be code', 'response_type must be code or token'],
    code: 'response_type_wrong',
  },
];

/**
 * Finds the dead end that a pasted text is about: a whole page, its line, or a part of the line.
 * @returns undefined if the text is none of these
 */
export function findDeadEnd(pasted: string): DeadEnd | undefined {
  const said = normalize(pasted);
  const lines = deadEnds.flatMap((deadEnd) => deadEnd.texts.map((line) => ({ deadEnd, line: normalize(line) })));
  // The longest line first: a text may be the beginning of another one.
  const inText = lines.toSorted((one, other) => other.line.length - one.line.length);
  const whole = inText.find(({ line }) => said.includes(line));
  if (whole) return whole.deadEnd;
  if (said.length < shortestPart) return undefined;
  const found = new Set(lines.filter(({ line }) => line.includes(said)).map(({ deadEnd }) => deadEnd));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** A shorter part of a line says too little. */
const shortestPart = 8;

/** Case, punctuation and spacing differ between a page, an address and what a person types. */
const normalize = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, ' ')
    .trim();
