import type { ScriptedAnswer } from './scripted-answers.ts';

const invalidGrant = (error_description: string): ScriptedAnswer => ({
  path: '/api/token',
  status: 400,
  body: { error: 'invalid_grant', error_description },
});

/** Faults that Spotify has shown, by name. */
export const faults = {
  rate_limited: {
    path: '/v1/*',
    status: 429,
    headers: { 'Retry-After': '3' },
    body: { error: { status: 429, message: 'Too many requests' } },
  },
  /** Since July 2026 a 429 may lack CORS headers. */
  rate_limited_without_cors: {
    path: '/v1/*',
    status: 429,
    headers: { 'Retry-After': '3' },
    body: { error: { status: 429, message: 'Too many requests' } },
    cors: false,
  },
  quota_exceeded: {
    path: '/v1/*',
    status: 429,
    headers: { 'Retry-After': '48925' },
    body: { error: { status: 429, message: 'Too many requests', reason: 'QUOTA_EXCEEDED' } },
  },
  token_rate_limited: { path: '/api/token', status: 429, headers: { 'Retry-After': '3' }, body: 'Too many requests' },
  bad_gateway: {
    status: 502,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body: '<!doctype html><title>502</title><h1>Error: Server Error</h1><p>Please try again in 30 seconds.</p>',
  },
  service_unavailable: { status: 503, body: 'upstream connect error or disconnect/reset before headers' },
  /** An outage called good tokens revoked. The token still works. */
  refresh_token_called_revoked: invalidGrant('Refresh token revoked'),
  refresh_token_called_expired: invalidGrant('Refresh token expired'),
  /** HTML with 200, as from a network with a login page. */
  login_page: {
    status: 200,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body: '<!doctype html><title>Welcome</title><p>Sign in to this network.</p>',
  },
  cut: { cut: 'answer' },
  /** The request is processed and the answer is lost: a single-use token is used up. */
  answer_lost: { cut: 'answer', handled: true },
  truncated: { cut: 'body', handled: true },
  stall: { stall: 'answer' },
} as const satisfies Record<string, ScriptedAnswer>;

export type FaultName = keyof typeof faults;

export const faultNames = Object.keys(faults) as FaultName[];
