import type { Explanation } from '../explanation.ts';
import type { webApiErrors } from '../table/web-api-errors.ts';

export const webApiProse: Readonly<Record<keyof typeof webApiErrors, Explanation>> = {
  access_token_expired: {
    title: 'The access token has expired',
    reason: 'An access token lasts one hour, or less if you remove the app’s access.',
    cure: 'Refresh it, or connect again.',
  },
  scope_missing: {
    title: 'The token lacks a scope',
    reason: 'This request needs a scope that you did not ask for or did not grant.',
    cure: 'Add the scope and connect again. Refreshing does not add scopes.',
  },
  user_not_registered: {
    title: 'Spotify refuses this account',
    reason: 'It isn’t on the app’s user list (403).',
    cure: 'In Spotify’s dashboard, open the app’s User Management, add the account’s name and Spotify e-mail, then try again.',
  },
  premium_required: {
    title: 'The app’s owner needs Premium',
    reason: 'An app in development mode works only while its owner has Spotify Premium.',
    cure: 'Ask the app’s owner to renew Premium, wait a few minutes, and try again.',
  },
  forbidden: {
    title: 'Spotify refuses this request',
    reason: 'Usually the account isn’t on the app’s user list, or the app’s owner has no Premium.',
    cure: 'Check User Management in Spotify’s dashboard and the owner’s Premium, then try again.',
  },
  web_api_refused: {
    title: 'Spotify answered with an error',
    reason: 'What was requested does not exist, or Spotify has changed this part of its API.',
    cure: 'Check the request, or try again later. The token is not the cause.',
  },
};
