import { getErrorFacts, type ErrorCode } from './error-table.ts';

/** Whether Spotify refused the refresh token itself, and not the app or the request. */
export function isAboutToken(code: ErrorCode): boolean {
  return getErrorFacts(code).outcome === 'rejected' && code.startsWith('refresh_token_');
}

const credentialCodes: readonly ErrorCode[] = [
  'invalid_client',
  'client_secret_wrong',
  'client_secret_missing',
  'client_id_mismatch',
];

/** Whether the client ID or the client secret is wrong, missing, or for another token. */
export function isAboutCredentials(code: ErrorCode): boolean {
  return credentialCodes.includes(code);
}

/** Whether Spotify refused the app's credentials. The same token may work with the secret, or without it. */
export function isAboutApp(code: ErrorCode): boolean {
  const { fixedBy, outcome } = getErrorFacts(code);
  return outcome === 'rejected' && fixedBy === 'person' && !isAboutToken(code);
}
