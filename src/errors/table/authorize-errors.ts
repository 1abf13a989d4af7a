import type { ErrorFacts } from '../error-facts.ts';

/** Errors that Spotify shows on its own pages instead of redirecting back. */
export const authorizeErrors = {
  redirect_uri_mismatch: {
    message: 'This redirect URI is not registered in your app. Add it in the app’s Settings, then sign in again.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  redirect_uri_insecure: {
    message: 'Spotify rejects this redirect URI as insecure. Use https, or http on 127.0.0.1 or [::1].',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  redirect_uri_localhost: {
    message: 'Spotify rejects localhost in a redirect URI. Use 127.0.0.1 with the same port.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  redirect_uri_malformed: {
    message: 'Spotify cannot redirect to this address. Use an https address, or http on 127.0.0.1.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  client_unknown: {
    message: 'Spotify does not know this client ID. Copy it again from your app’s Settings.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  scope_illegal: {
    message: 'Spotify does not accept one of the scopes. Pick only scopes that Spotify lists, then sign in again.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  response_type_wrong: {
    message: 'The address for the sign-in must have response_type=code. Sign in again from here.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
} as const satisfies Record<string, ErrorFacts>;
