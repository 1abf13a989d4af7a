import type { ErrorFacts } from '../error-facts.ts';

/** Errors of the page in the browser. */
export const pageErrors = {
  storage_blocked: {
    message: 'The browser blocks storage, so the sign-in cannot continue. Allow site data for this page.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  secret_in_link: {
    message: 'The link contained a secret or a token. It was removed and not used. Replace that secret.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  tokens_wiped: {
    message: 'The token was cleared when you left the page. Sign in again to get a new one.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  code_lost: {
    message: 'The page was left or reloaded before the token was there. Sign in again.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
} as const satisfies Record<string, ErrorFacts>;
