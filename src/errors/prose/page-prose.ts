import type { Explanation } from '../explanation.ts';
import type { pageErrors } from '../table/page-errors.ts';

export const pageProse: Readonly<Record<keyof typeof pageErrors, Explanation>> = {
  storage_blocked: {
    title: 'The browser blocks storage for this page',
    reason: 'The page must remember your sign-in while you are at Spotify.',
    cure: 'Allow site data for this address, or use another browser or window.',
  },
  secret_in_link: {
    title: 'The link contained a secret',
    reason: 'It was removed and not used. But browser histories and server logs keep addresses, so treat it as leaked.',
    cure: 'Replace the client secret in Spotify’s dashboard, or remove the app at spotify.com/account/apps.',
  },
  tokens_wiped: {
    title: 'The token was cleared when you left the page',
    reason: 'This way, the Back button cannot show it again.',
    cure: 'If you have not copied it, connect again to get a new one.',
  },
  code_lost: {
    title: 'Your approval was lost',
    reason: 'You left or reloaded the page before the token was there, and Spotify’s code is never stored.',
    cure: 'Approve once more: everything is still filled in.',
  },
};
