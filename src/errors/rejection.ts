import { factsOf, type ErrorCode } from './error-table.ts';

/** Whether Spotify refused the refresh token itself, and not the app or the request. */
export function isAboutToken(code: ErrorCode): boolean {
  return factsOf(code).outcome === 'rejected' && code.startsWith('refresh_token_');
}

/** Whether Spotify refused the app's credentials. The same token may work with the secret, or without it. */
export function isAboutApp(code: ErrorCode): boolean {
  const { fixedBy, outcome } = factsOf(code);
  return outcome === 'rejected' && fixedBy === 'person' && !isAboutToken(code);
}
