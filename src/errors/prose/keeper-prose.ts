import type { Explanation } from '../explanation.ts';
import type { keeperErrors } from '../table/keeper-errors.ts';

export const keeperProse: Readonly<Record<keyof typeof keeperErrors, Explanation>> = {
  not_logged_in: {
    title: 'Not logged in',
    reason: 'There is no saved token: you have not logged in yet, or you have logged out.',
    cure: 'Run refrain login, or set SPOTIFY_CLIENT_ID and SPOTIFY_REFRESH_TOKEN.',
  },
  refresh_token_in_doubt: {
    title: 'The refresh token may be used up',
    reason:
      'It works only once. It was sent, and Spotify’s answer was lost, perhaps with the next token in it. Sending it again could revoke both.',
    cure: 'Run refrain renew: it tries the token once, and asks you to sign in if it was used.',
  },
  refresh_under_way: {
    title: 'Another process is refreshing the token',
    reason: 'That process is slow or paused. Until it is done, no other process sends the token.',
    cure: 'Try again in a few seconds. If it takes longer, stop that process.',
  },
  client_secret_missing: {
    title: 'The client secret is missing',
    reason: 'This token was created with a client secret, which is not saved with it.',
    cure: 'Set SPOTIFY_CLIENT_SECRET, or log in again without a secret.',
  },
  accounts_url_mismatch: {
    title: 'The saved token is from another accounts service',
    reason: 'SPOTIFY_ACCOUNTS_URL has changed since the login, perhaps to or from the emulator.',
    cure: 'Set SPOTIFY_ACCOUNTS_URL as it was, or log in with another profile name.',
  },
  client_id_mismatch: {
    title: 'The saved token is for another client ID',
    reason: 'A refresh token works only with the app that it was created for.',
    cure: 'Use the client ID that it was created with, or log in with another profile name.',
  },
  account_mismatch: {
    title: 'You signed in with another account',
    reason: 'The browser was signed in to Spotify with another account. The saved token was not changed.',
    cure: 'Sign out at accounts.spotify.com and renew again, or log in with another profile name.',
  },
  store_not_atomic: {
    title: 'This store can’t hold a token',
    reason: 'It cannot compare and replace in one step, so one process could overwrite the only token that works.',
    cure: 'Use the file or Redis store, or make replace() write only if the stored version is the given one.',
  },
  store_failed: {
    title: 'The token can’t be read or saved',
    reason: 'The disk is full, the folder is not writable, or the server that stores it is down.',
    cure: 'Check that this place exists, has free space and is writable, then try again.',
  },
  store_unsafe: {
    title: 'The token’s file or folder is not private',
    reason: 'It is a link, or other users own it or can read it. Anyone who can read the file can use the token.',
    cure: 'Make it private (folder mode 700, files 600), or set REFRAIN_HOME to a folder of your own.',
  },
  record_corrupt: {
    title: 'The saved token is damaged',
    reason: 'The disk has an error, or someone edited it. It was not deleted: the file store moves it aside.',
    cure: 'Repair it and put it back, or log in again.',
  },
  record_newer: {
    title: 'A newer version of Refrain saved this token',
    reason: 'This older version could lose data that it does not know, so nothing was changed.',
    cure: 'Update Refrain on this machine.',
  },
};
