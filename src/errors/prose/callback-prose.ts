import type { Explanation } from '../explanation.ts';
import type { callbackErrors } from '../table/callback-errors.ts';

const connectAgain = 'Connect again. It takes a few seconds.';

export const callbackProse: Readonly<Record<keyof typeof callbackErrors, Explanation>> = {
  access_denied: {
    title: 'You declined on Spotify',
    reason: 'Spotify gives a token only if you approve.',
    cure: 'Connect again. Pick fewer scopes if you want to allow less.',
  },
  authorization_refused: {
    title: 'Spotify ended the sign-in with an error',
    reason: 'Spotify did not accept the request, or it has problems right now.',
    cure: 'Connect again. If the error happens again, search for it in Spotify’s documentation.',
  },
  state_missing: {
    title: 'Sign-in mismatch (no state)',
    reason: 'The address is incomplete, or it is not from Spotify. It was not used.',
    cure: connectAgain,
  },
  state_mismatch: {
    title: 'Sign-in mismatch (state)',
    reason: 'This callback is from another tab or an earlier sign-in, or someone else made the link. It was not used.',
    cure: 'Finish in the tab where you started, or connect again here.',
  },
  callback_replayed: {
    title: 'This callback was already used',
    reason: 'A code works only once. The page was reloaded, or the address was opened again.',
    cure: connectAgain,
  },
  callback_malformed: {
    title: 'Spotify’s callback is incomplete',
    reason: 'The address is incomplete or was changed, or it is not from Spotify. It was not used.',
    cure: connectAgain,
  },
  issuer_mismatch: {
    title: 'This callback is not from Spotify',
    reason: 'It names another server, which may be trying to steal your sign-in. It was not used.',
    cure: 'Connect again from here. Do not follow the link that you came from.',
  },
  try_missing: {
    title: 'No sign-in is waiting in this tab',
    reason: 'The address is from your history, or the sign-in started in another tab or browser.',
    cure: connectAgain,
  },
  try_elsewhere: {
    title: 'This sign-in started somewhere else',
    reason: 'It started with another server, or on this page at another address. Nothing was sent.',
    cure: connectAgain,
  },
  implicit_grant_gone: {
    title: 'Spotify has ended the implicit grant',
    reason: 'Since 27 November 2025, Spotify no longer puts tokens into the address (response_type=token).',
    cure: 'Choose “Just to try the API” instead: an access token for one hour, without a secret.',
  },
  authorization_code_expired: {
    title: 'That approval expired',
    reason: 'An approval is valid for only a few minutes.',
    cure: 'Approve once more: everything is still filled in.',
  },
  authorization_code_invalid: {
    title: 'Spotify rejected the code',
    reason: 'A code works only once. This one was already used, or it is incomplete.',
    cure: connectAgain,
  },
  redirect_uri_changed: {
    title: 'The redirect URI changed during the sign-in',
    reason: 'It must be exactly the same at the start and at the end.',
    cure: 'Connect again, and stay at the same address until you have the token.',
  },
  code_verifier_wrong: {
    title: 'Sign-in mismatch (code verifier)',
    reason: 'This callback belongs to another sign-in, not to the one that was started here.',
    cure: connectAgain,
  },
  refresh_token_missing: {
    title: 'Spotify sent no refresh token',
    reason: 'Spotify left it out of its answer. Nothing was lost here.',
    cure: 'Use the access token for an hour, or connect again to get a refresh token.',
  },
};
