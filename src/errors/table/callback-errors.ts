import type { ErrorFacts } from '../error-facts.ts';

/** Errors of a sign-in: the callback, and the exchange of its code for tokens. */
export const callbackErrors = {
  access_denied: {
    message: 'You declined on Spotify, so there is no token. Sign in again, with fewer scopes if you like.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  authorization_refused: {
    message: 'Spotify ended the sign-in with an error. Sign in again.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  state_missing: {
    message: 'The callback has no state, so it was not used. Sign in again.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  state_mismatch: {
    message: 'The callback belongs to another sign-in, so it was not used. Sign in again.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  callback_replayed: {
    message: 'The callback was already used, and a code works only once. Sign in again.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  callback_malformed: {
    message: 'The callback is incomplete or contradictory, so it was not used. Sign in again.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  issuer_mismatch: {
    message: 'The callback names a server other than Spotify, so it was not used. Sign in again.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  try_missing: {
    message: 'No sign-in is waiting for this callback. Sign in again.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  try_elsewhere: {
    message: 'The sign-in started with another server, or on another page, so nothing was sent. Sign in again.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  implicit_grant_gone: {
    message: 'Spotify no longer puts tokens into the address (response_type=token). Use a code with PKCE.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  authorization_code_expired: {
    message: 'The code from Spotify has expired: it lasts a few minutes. Sign in again.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  authorization_code_invalid: {
    message: 'Spotify rejected the code from the callback. Sign in again.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  redirect_uri_changed: {
    message: 'The redirect URI changed during the sign-in. Sign in again, and stay at one address.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  code_verifier_wrong: {
    message: 'Spotify rejected the code verifier, because the callback belongs to another sign-in. Sign in again.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  refresh_token_missing: {
    message: 'Spotify sent an access token but no refresh token. Sign in again.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
} as const satisfies Record<string, ErrorFacts>;
