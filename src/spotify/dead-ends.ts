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
