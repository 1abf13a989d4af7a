import type { Explanation } from '../explanation.ts';
import type { authorizeErrors } from '../table/authorize-errors.ts';

const dashboard = 'In your app’s Settings, under Redirect URIs, ';

export const authorizeProse: Readonly<Record<keyof typeof authorizeErrors, Explanation>> = {
  redirect_uri_mismatch: {
    title: 'Spotify can’t redirect here yet',
    reason: 'This redirect URI is not in your app’s list. It must match exactly, to the last character.',
    cure: `${dashboard}paste this address, press Add, then Save.`,
  },
  redirect_uri_insecure: {
    title: 'Spotify requires https here',
    reason: 'Spotify accepts http only on 127.0.0.1 and [::1], and refuses localhost even with https.',
    cure: 'Use https, or http://127.0.0.1 on your own machine, and register that address.',
  },
  redirect_uri_localhost: {
    title: 'Use 127.0.0.1, not localhost',
    reason: 'Spotify refuses the name localhost in a redirect URI. 127.0.0.1 is the same machine.',
    cure: 'Open this page at 127.0.0.1, with the same port, and register that address.',
  },
  redirect_uri_malformed: {
    title: 'Spotify can’t redirect to this address',
    reason: 'A redirect URI is a full address without a fragment (#). A file on your disk does not work.',
    cure: 'Serve the page over https, or on your own machine at http://127.0.0.1, and register that address.',
  },
  client_unknown: {
    title: 'Spotify doesn’t know this client ID',
    reason: 'It is incomplete or mistyped, or the app was deleted.',
    cure: 'Copy the client ID again from your app’s Settings, under Basic Information.',
  },
  scope_illegal: {
    title: 'Spotify doesn’t accept one of the scopes',
    reason: 'A scope is misspelled, no longer exists, or is not available to your app.',
    cure: 'Pick only scopes that are listed here, then connect again.',
  },
  response_type_wrong: {
    title: 'Spotify requires response_type=code',
    reason: 'The address was changed, or an older tool made it.',
    cure: 'Connect again from this page.',
  },
};
