import type { ErrorFacts } from '../error-facts.ts';

/** Errors of a saved token and its store. */
export const keeperErrors = {
  not_logged_in: {
    message: 'Not logged in. Run `refrain login`, or set SPOTIFY_CLIENT_ID and SPOTIFY_REFRESH_TOKEN.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  refresh_token_in_doubt: {
    message:
      'The refresh token works only once, and the answer to its last use was lost. Sign in again to get a new one.',
    fixedBy: 'person',
    outcome: 'maybe_used',
  },
  refresh_under_way: {
    message: 'Another process is refreshing the token. Try again in a few seconds.',
    fixedBy: 'time',
    outcome: 'not_sent',
  },
  client_secret_missing: {
    message: 'This token needs its client secret. Set SPOTIFY_CLIENT_SECRET.',
    fixedBy: 'caller',
    outcome: 'not_sent',
  },
  accounts_url_mismatch: {
    message: 'The saved token is from another accounts service, so nothing was sent. Restore SPOTIFY_ACCOUNTS_URL.',
    fixedBy: 'caller',
    outcome: 'not_sent',
  },
  client_id_mismatch: {
    message: 'The saved token is for another client ID, so nothing was sent. Use the client ID it was created with.',
    fixedBy: 'caller',
    outcome: 'not_sent',
  },
  account_mismatch: {
    message:
      'The new sign-in is for another account, so the saved token was not changed. Sign in with the same account.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  store_not_atomic: {
    message: 'The store cannot compare and replace in one step. Use the file or Redis store, or fix its replace().',
    fixedBy: 'caller',
    outcome: 'not_sent',
  },
  // A store may fail before a refresh, or after it, when the new token must be saved.
  store_failed: {
    message: 'The token cannot be read or saved. Check the store’s disk, permissions or server, then try again.',
    fixedBy: 'person',
    outcome: 'maybe_used',
  },
  store_unsafe: {
    message: 'The token’s file or folder is a link, or other users can read it, so it was not used. Make it private.',
    fixedBy: 'person',
    outcome: 'maybe_used',
  },
  record_corrupt: {
    message: 'The saved token is damaged. It was not deleted. Repair it, or log in again.',
    fixedBy: 'person',
    outcome: 'maybe_used',
  },
  record_newer: {
    message: 'A newer version of Refrain saved this token, so it was not changed. Update Refrain here.',
    fixedBy: 'person',
    outcome: 'maybe_used',
  },
} as const satisfies Record<string, ErrorFacts>;
