import type { ErrorCode } from '../errors/explanations.ts';

/** One of the white pages that Spotify's `/authorize` ends on, with no way back. */
export interface DeadEnd {
  /** The line on the page: today's text first, older ones after it. */
  readonly said: readonly [string, ...string[]];
  readonly code: ErrorCode;
}

/** Spotify's white pages, the commonest first. They come only after sign-in, with HTTP status 400. */
export const deadEnds: readonly DeadEnd[] = [
  {
    said: ['redirect_uri: Not matching configuration', 'INVALID_CLIENT: Invalid redirect URI'],
    code: 'redirect_uri_mismatch',
  },
  { said: ['redirect_uri: Insecure', 'INVALID_CLIENT: Insecure redirect URI'], code: 'redirect_uri_insecure' },
  { said: ['client_id: Not present', 'Missing required parameter: client_id'], code: 'client_id_missing' },
  { said: ['INVALID_CLIENT: Invalid client'], code: 'client_unknown' },
  { said: ['Illegal scope'], code: 'scope_illegal' },
  {
    said: ['response_type must be code', 'response_type must be code or token'],
    code: 'response_type_wrong',
  },
];
