import type { ErrorFacts } from '../error-facts.ts';

/** Errors of a Web API call. It sends an access token, never the refresh token. */
export const webApiErrors = {
  access_token_expired: {
    message: 'Spotify rejected the access token. Refresh it, or sign in again.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  scope_missing: {
    message: 'The token lacks the scope for this request. Sign in again with that scope.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  user_not_registered: {
    message: 'The account is not on the app’s user list. Add it under User Management in Spotify’s dashboard.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  premium_required: {
    message: 'The app’s owner has no Spotify Premium. Renew it, then try again.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  forbidden: {
    message: 'Spotify refuses this request. Check the app’s User Management and its owner’s Premium.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  web_api_refused: {
    message: 'Spotify answered with an error. Try again later.',
    fixedBy: 'time',
    outcome: 'not_sent',
  },
} as const satisfies Record<string, ErrorFacts>;
