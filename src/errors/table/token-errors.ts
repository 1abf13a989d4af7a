import type { ErrorFacts } from '../error-facts.ts';

/** Errors of a token request, and connection errors of any request. */
export const tokenErrors = {
  invalid_client: {
    message: 'Spotify rejected the client ID, or it needs the client secret. Check both in your app’s Settings.',
    fixedBy: 'person',
    outcome: 'rejected',
  },
  client_secret_wrong: {
    message: 'The client secret is wrong. Copy it again from your app’s Settings.',
    fixedBy: 'person',
    outcome: 'rejected',
  },
  refresh_token_refused: {
    message: 'Spotify rejected the refresh token. Check that it is complete and for this client ID, or sign in again.',
    fixedBy: 'person',
    outcome: 'rejected',
  },
  refresh_token_expired: {
    message: 'The refresh token has expired: it lasts six months from the sign-in. Sign in again.',
    fixedBy: 'person',
    outcome: 'rejected',
  },
  refresh_token_suspect: {
    message:
      'Spotify rejected the refresh token before its six months were over. Try again in 15 minutes. If that fails, sign in again.',
    fixedBy: 'person',
    outcome: 'rejected',
  },
  invalid_request: {
    message: 'Spotify rejected the token request. If the token was created with a client secret, send the secret too.',
    fixedBy: 'person',
    outcome: 'rejected',
  },
  unsupported_grant_type: {
    message: 'Spotify does not support the grant type that it received. Check for a proxy, then try again.',
    fixedBy: 'time',
    outcome: 'rejected',
  },
  token_request_refused: {
    message: 'Spotify refused the token request with an error that Refrain does not know. Try again later.',
    fixedBy: 'time',
    outcome: 'rejected',
  },
  answer_unreadable: {
    message: 'Spotify’s answer could not be read. Check for a proxy or a network login page, then try again.',
    fixedBy: 'time',
    outcome: 'maybe_used',
  },
  answer_too_large: {
    message: 'The answer is larger than 1 MB, so it was not used. Check for a proxy, then try again.',
    fixedBy: 'time',
    outcome: 'maybe_used',
  },
  timed_out: {
    message: 'Spotify did not answer in time. Try again.',
    fixedBy: 'time',
    outcome: 'maybe_used',
  },
  network: {
    message: 'Spotify could not be reached. Check the connection, then try again.',
    fixedBy: 'time',
    outcome: 'maybe_used',
  },
  rate_limited: {
    message: 'Spotify is rate limiting this app. Wait 30 seconds, or until `retryAt`, then try again.',
    fixedBy: 'time',
    outcome: 'sent_unused',
  },
  quota_exceeded: {
    message: 'This app’s quota is used up. Wait until `retryAt`, or until tomorrow, then try again.',
    fixedBy: 'time',
    outcome: 'sent_unused',
  },
  spotify_unavailable: {
    message: 'Spotify has problems right now. Try again in a minute.',
    fixedBy: 'time',
    outcome: 'maybe_used',
  },
  client_id_missing: {
    message: 'The client ID is missing. Copy it from your app’s Settings.',
    fixedBy: 'caller',
    outcome: 'not_sent',
  },
  endpoint_refused: {
    message:
      'Nothing was sent: a token may not go to this address. Use https://, http:// on 127.0.0.1, or a path of the Web API.',
    fixedBy: 'caller',
    outcome: 'not_sent',
  },
  unexpected: {
    message: 'Something unexpected went wrong. Try again, and report it if it happens again.',
    fixedBy: 'person',
    outcome: 'maybe_used',
  },
} as const satisfies Record<string, ErrorFacts>;
