import type { Explanation } from '../explanation.ts';
import type { tokenErrors } from '../table/token-errors.ts';

export const tokenProse: Readonly<Record<keyof typeof tokenErrors, Explanation>> = {
  invalid_client: {
    title: 'Spotify rejected the client ID or secret',
    reason: 'The client ID is unknown, or it needs a client secret that was not sent.',
    cure: 'Check the client ID, and the client secret if there is one, in your app’s Settings.',
  },
  client_secret_wrong: {
    title: 'The client secret is wrong',
    reason: 'It is incomplete or mistyped, belongs to another app, or was replaced by a newer one.',
    cure: 'In your app’s Settings, press View client secret, copy all of it, and try again.',
  },
  refresh_token_refused: {
    title: 'Spotify rejected the refresh token',
    reason: 'It is older than six months, incomplete, from another app, or revoked. Spotify does not say which.',
    cure: 'Check that it is complete and belongs to this client ID. If so, connect again to get a new one.',
  },
  refresh_token_expired: {
    title: 'The refresh token has expired',
    reason: 'A refresh token lasts six months from your approval. Refreshing doesn’t extend it.',
    cure: 'Connect again to get a new one.',
  },
  refresh_token_suspect: {
    title: 'Spotify rejected the token early',
    reason: 'Usual causes: you removed the app’s access, or changed your password. Spotify may also have an outage.',
    cure: 'Keep the token and try again in 15 minutes. If Spotify rejects it again, connect again.',
  },
  invalid_request: {
    title: 'Spotify rejected the token request',
    reason: 'A token that was created with a client secret usually needs that secret.',
    cure: 'If the token was created with a client secret, enter the secret too. If not, connect again.',
  },
  unsupported_grant_type: {
    title: 'Spotify doesn’t support this grant type',
    reason: 'Another server answered, or a proxy changed the request.',
    cure: 'Check for a proxy between you and Spotify, then try again.',
  },
  token_request_refused: {
    title: 'Spotify refused to issue a token',
    reason: 'Spotify gave an error that Refrain does not know.',
    cure: 'Try again. If the error happens again, search for it in Spotify’s developer forum.',
  },
  answer_unreadable: {
    title: 'Spotify’s answer could not be read',
    reason: 'A proxy or a network’s login page answered instead, or the answer is incomplete.',
    cure: 'Check that this network lets you reach Spotify, then try again.',
  },
  answer_too_large: {
    title: 'The answer is too large',
    reason: 'Spotify’s answers are small, but this one is larger than 1 MB. Another server probably answered.',
    cure: 'Check for a proxy between you and Spotify, then try again.',
  },
  timed_out: {
    title: 'Spotify did not answer in time',
    reason: 'The network or Spotify is slow.',
    cure: 'Check the connection, then try again.',
  },
  network: {
    title: 'Spotify could not be reached',
    reason:
      'You are offline, a blocker or proxy stops the request, the network requires a login, or Spotify limits your requests.',
    cure: 'Check the connection, turn off blockers for this page, and try again. If that fails, wait 30 seconds.',
  },
  rate_limited: {
    title: 'Rate limited by Spotify',
    reason: 'The app sent too many requests within 30 seconds.',
    cure: 'Wait 30 seconds, or until the time shown, and try again.',
  },
  quota_exceeded: {
    title: 'Quota used up',
    reason: 'All apps of one developer share a quota. It can take many hours until Spotify accepts requests again.',
    cure: 'Wait until the time shown, or until tomorrow. Trying sooner does not help.',
  },
  spotify_unavailable: {
    title: 'Spotify has problems right now',
    reason: 'Its servers are overloaded or under maintenance. Your entries and tokens are not the cause.',
    cure: 'Try again. If that fails, wait a minute.',
  },
  client_id_missing: {
    title: 'The client ID is missing',
    reason: 'None was entered, or the program that opened the address cut it at the first “&”.',
    cure: 'Copy the client ID from your app’s Settings, under Basic Information.',
  },
  endpoint_refused: {
    title: 'The address for Spotify is not valid',
    reason: 'It must be https:// (or http:// on this machine, 127.0.0.1), a host, and no path.',
    cure: 'Correct the address, or remove it to use Spotify.',
  },
  unexpected: {
    title: 'Something unexpected went wrong',
    reason: 'This is a bug in Refrain, or a problem with this machine.',
    cure: 'Try again. If it happens again, report it with the line above, which contains no secret.',
  },
};
