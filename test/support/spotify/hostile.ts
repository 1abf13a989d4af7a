import type { ErrorCode } from '../../../src/errors/error-table.ts';

/** A callback that must not lead to a token. */
export interface HostileCallback {
  readonly kind: 'callback';
  readonly name: string;
  /** The parameters in the address, for the state of the pending sign-in. */
  readonly parameters: (state: string) => readonly (readonly [string, string])[];
  readonly code: ErrorCode;
}

/** How a hostile server breaks the connection. */
type Behaviour =
  /** Accepts the request and never answers. */
  | 'stall'
  /** Sends the headers and half of the body, then nothing. */
  | 'stall_in_body'
  /** Sends half of the body and closes the connection. */
  | 'cut'
  /** Sends a body that never ends. */
  | 'endless'
  /** Sends the full length in the headers, then half of the body, then ends normally. */
  | 'lying_length'
  /** Accepts no connection. */
  | 'unreachable';

/** An answer of the token endpoint that must not give a token. */
export interface HostileAnswer {
  readonly kind: 'answer';
  readonly name: string;
  /** Default: 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly behaviour?: Behaviour;
  readonly code: ErrorCode;
}

const long = 'x'.repeat(1_000_000);
const script = '<script>alert(document.domain)</script>';
const issuer = 'https://accounts.spotify.com';

function callback(name: string, code: ErrorCode, parameters: HostileCallback['parameters']): HostileCallback {
  return { kind: 'callback', name, parameters, code };
}

export const hostileCallbacks: readonly HostileCallback[] = [
  callback('no parameters', 'state_missing', () => []),
  callback('a code only', 'state_missing', () => [['code', 'AQ']]),
  callback('an empty state', 'state_missing', () => [
    ['code', 'AQ'],
    ['state', ''],
  ]),
  callback('an error without a state', 'state_missing', () => [['error', 'access_denied']]),
  callback('another state', 'state_mismatch', () => [
    ['code', 'AQ'],
    ['state', 'another-state'],
  ]),
  callback('the state in capitals', 'state_mismatch', (state) => [
    ['code', 'AQ'],
    ['state', `${state.toUpperCase()}!`],
  ]),
  callback('the state with a space', 'state_mismatch', (state) => [
    ['code', 'AQ'],
    ['state', `${state} `],
  ]),
  callback('the beginning of the state', 'state_mismatch', (state) => [
    ['code', 'AQ'],
    ['state', state.slice(0, -1)],
  ]),
  callback('the state and more', 'state_mismatch', (state) => [
    ['code', 'AQ'],
    ['state', `${state}a`],
  ]),
  callback('a very long state', 'state_mismatch', () => [
    ['code', 'AQ'],
    ['state', long.slice(0, 60_000)],
  ]),
  callback('another state with an error', 'state_mismatch', () => [
    ['error', 'access_denied'],
    ['state', 'other'],
  ]),
  callback('the state with its name in capitals', 'state_missing', (state) => [
    ['code', 'AQ'],
    ['State', state],
  ]),
  callback('the same state twice', 'callback_malformed', (s) => [
    ['code', 'AQ'],
    ['state', s],
    ['state', s],
  ]),
  callback('the state and another state', 'callback_malformed', (s) => [
    ['code', 'AQ'],
    ['state', s],
    ['state', 'b'],
  ]),
  callback('another state and this one', 'callback_malformed', (s) => [
    ['code', 'AQ'],
    ['state', 'b'],
    ['state', s],
  ]),
  callback('the same code twice', 'callback_malformed', (s) => [
    ['code', 'AQ'],
    ['code', 'AQ'],
    ['state', s],
  ]),
  callback('two codes', 'callback_malformed', (s) => [
    ['code', 'AQ'],
    ['code', 'BQ'],
    ['state', s],
  ]),
  callback('two errors', 'callback_malformed', (s) => [
    ['error', 'a'],
    ['error', 'b'],
    ['state', s],
  ]),
  callback('an unknown parameter twice', 'callback_malformed', (s) => [
    ['code', 'A'],
    ['x', '1'],
    ['x', '2'],
    ['state', s],
  ]),
  callback('the issuer twice', 'callback_malformed', (s) => [
    ['code', 'A'],
    ['iss', issuer],
    ['iss', issuer],
    ['state', s],
  ]),
  callback('code and error', 'callback_malformed', (s) => [
    ['code', 'AQ'],
    ['error', 'access_denied'],
    ['state', s],
  ]),
  callback('code and an empty error', 'callback_malformed', (s) => [
    ['code', 'AQ'],
    ['error', ''],
    ['state', s],
  ]),
  callback('an empty code and an error', 'callback_malformed', (s) => [
    ['code', ''],
    ['error', 'x'],
    ['state', s],
  ]),
  callback('neither code nor error', 'callback_malformed', (s) => [['state', s]]),
  callback('an empty code', 'callback_malformed', (s) => [
    ['code', ''],
    ['state', s],
  ]),
  callback('an empty error', 'callback_malformed', (s) => [
    ['error', ''],
    ['state', s],
  ]),
  callback('a code with a line break', 'callback_malformed', (s) => [
    ['code', 'AQ\r\nX: y'],
    ['state', s],
  ]),
  callback('a code beyond ASCII', 'callback_malformed', (s) => [
    ['code', 'AQ\u202e\u{1f600}'],
    ['state', s],
  ]),
  callback('tokens in place of a code', 'callback_malformed', (s) => [
    ['access_token', 'BQ'],
    ['state', s],
  ]),
  callback('another issuer', 'issuer_mismatch', (s) => [
    ['code', 'A'],
    ['iss', 'https://evil.example'],
    ['state', s],
  ]),
  callback('an issuer with the same start', 'issuer_mismatch', (s) => [
    ['code', 'A'],
    ['iss', `${issuer}.evil.example`],
    ['state', s],
  ]),
  callback('the issuer over http', 'issuer_mismatch', (s) => [
    ['code', 'A'],
    ['iss', 'http://accounts.spotify.com'],
    ['state', s],
  ]),
  callback('an empty issuer', 'issuer_mismatch', (s) => [
    ['code', 'A'],
    ['iss', ''],
    ['state', s],
  ]),
  callback('a refusal from another issuer', 'issuer_mismatch', (s) => [
    ['error', 'access_denied'],
    ['iss', 'https://evil.example'],
    ['state', s],
  ]),
  callback('the user declines', 'access_denied', (s) => [
    ['error', 'access_denied'],
    ['state', s],
  ]),
  callback('another error', 'authorization_refused', (s) => [
    ['error', 'server_error'],
    ['state', s],
  ]),
  callback('a script in the description', 'authorization_refused', (s) => [
    ['error', 'invalid_scope'],
    ['error_description', script],
    ['state', s],
  ]),
  callback('a script as the error', 'authorization_refused', (s) => [
    ['error', script],
    ['state', s],
  ]),
  callback('control characters in the error', 'authorization_refused', (s) => [
    ['error', '\u001b[2J\u0000\u202e'],
    ['state', s],
  ]),
  callback('a very long description', 'authorization_refused', (s) => [
    ['error', 'x'],
    ['error_description', long.slice(0, 60_000)],
    ['state', s],
  ]),
  callback('the error of the removed implicit grant', 'implicit_grant_gone', (s) => [
    ['error', 'unsupported_response_type'],
    ['state', s],
  ]),
];

const json = { 'content-type': 'application/json' };
const good = { access_token: 'BQ-hostile', token_type: 'Bearer', expires_in: 3600, refresh_token: 'AQ-hostile' };
const with200 = (changes: object) => JSON.stringify({ ...good, ...changes });

function answer(name: string, code: ErrorCode, options: Omit<HostileAnswer, 'kind' | 'name' | 'code'>): HostileAnswer {
  return { kind: 'answer', name, code, headers: json, ...options };
}
function refusal(error: string, description: string, code: ErrorCode, status = 400): HostileAnswer {
  const body = JSON.stringify({ error, error_description: description });
  return answer(`${status} ${error} (${description.slice(0, 40)})`, code, { status, body });
}
const html = { 'content-type': 'text/html; charset=utf-8' };

/** Answers to an authorization code that was sent with PKCE. */
export const hostileAnswers: readonly HostileAnswer[] = [
  answer('HTML with 200', 'answer_unreadable', {
    headers: html,
    body: '<!doctype html><title>Sign in to Wi-Fi</title>',
  }),
  answer('HTML sent as JSON', 'answer_unreadable', { body: '<html></html>' }),
  answer('an empty body with 200', 'answer_unreadable', { body: '' }),
  answer('204', 'answer_unreadable', { status: 204 }),
  answer('half of the JSON', 'answer_unreadable', { body: with200({}).slice(0, 40) }),
  answer('JSON with text after it', 'answer_unreadable', { body: `${with200({})}x` }),
  answer('JSONP', 'answer_unreadable', { body: `callback(${with200({})})` }),
  answer('an array', 'answer_unreadable', { body: `[${with200({})}]` }),
  answer('null', 'answer_unreadable', { body: 'null' }),
  answer('a string', 'answer_unreadable', { body: '"BQ-hostile"' }),
  answer('a number', 'answer_unreadable', { body: '1e999' }),
  answer('an empty object', 'answer_unreadable', { body: '{}' }),
  answer('an array nested 100,000 times', 'answer_unreadable', { body: '['.repeat(100_000) }),
  answer('no access token', 'answer_unreadable', { body: with200({ access_token: undefined }) }),
  answer('an access token that is null', 'answer_unreadable', { body: with200({ access_token: null }) }),
  answer('an access token that is empty', 'answer_unreadable', { body: with200({ access_token: '' }) }),
  answer('an access token that is an object', 'answer_unreadable', {
    body: with200({ access_token: { toString: 'BQ' } }),
  }),
  answer('an access token that is an array', 'answer_unreadable', { body: with200({ access_token: ['BQ'] }) }),
  answer('an access token that is a number', 'answer_unreadable', { body: with200({ access_token: 42 }) }),
  answer('an access token that is true', 'answer_unreadable', { body: with200({ access_token: true }) }),
  answer('an access token with a line break', 'answer_unreadable', {
    body: with200({ access_token: 'BQ\r\nHost: evil' }),
  }),
  answer('an access token with a null byte', 'answer_unreadable', { body: with200({ access_token: 'BQ\u0000' }) }),
  answer('an access token beyond ASCII', 'answer_unreadable', { body: with200({ access_token: 'BQ\u202egnp' }) }),
  answer('the token under __proto__', 'answer_unreadable', {
    body: '{"__proto__":{"access_token":"BQ","token_type":"Bearer"}}',
  }),
  answer('another token type', 'answer_unreadable', { body: with200({ token_type: 'mac' }) }),
  answer('a DPoP token', 'answer_unreadable', { body: with200({ token_type: 'DPoP' }) }),
  answer('a token type that is an object', 'answer_unreadable', { body: with200({ token_type: {} }) }),
  answer('an error with 200', 'authorization_code_invalid', {
    body: '{"error":"invalid_grant","error_description":"Invalid authorization code"}',
  }),
  answer('an error and tokens with 200', 'authorization_code_invalid', {
    body: with200({ error: 'invalid_grant' }),
  }),
  answer('an error that is an object beside tokens', 'answer_unreadable', {
    body: with200({ error: { status: 400 } }),
  }),
  answer('an error in the Web API’s form', 'token_request_refused', {
    status: 400,
    body: '{"error":{"status":400,"message":"Bad request"}}',
  }),
  answer('an error that is a number', 'answer_unreadable', { status: 400, body: '{"error":7}' }),
  answer('tokens with 400', 'answer_unreadable', { status: 400, body: with200({}) }),
  answer('tokens with 401 and a challenge', 'answer_unreadable', {
    status: 401,
    headers: { ...json, 'www-authenticate': 'Basic realm="x"' },
    body: with200({}),
  }),
  answer('HTML with 403', 'answer_unreadable', {
    status: 403,
    headers: html,
    body: '<h1>Blocked by your administrator</h1>',
  }),
  answer('HTML with 404', 'answer_unreadable', { status: 404, headers: html, body: '<h1>Not found</h1>' }),
  answer('a redirect', 'answer_unreadable', { status: 302, headers: { location: 'https://evil.example/collect' } }),
  answer('a redirect that keeps the body', 'answer_unreadable', {
    status: 307,
    headers: { location: 'https://evil.example/collect' },
    body: with200({}),
  }),
  refusal('invalid_grant', 'Invalid authorization code', 'authorization_code_invalid'),
  refusal('invalid_grant', 'Authorization code expired', 'authorization_code_expired'),
  refusal('invalid_grant', 'Invalid redirect URI', 'redirect_uri_changed'),
  refusal('invalid_grant', 'code_verifier was incorrect', 'code_verifier_wrong'),
  refusal('invalid_grant', script, 'authorization_code_invalid'),
  refusal('invalid_client', 'Invalid client', 'invalid_client'),
  refusal('invalid_client', 'Invalid client secret', 'client_secret_wrong'),
  refusal('invalid_client', 'Invalid client', 'invalid_client', 401),
  refusal('invalid_request', 'code must be supplied', 'invalid_request'),
  refusal('unsupported_grant_type', 'grant_type parameter is missing', 'unsupported_grant_type'),
  refusal('unauthorized_client', script, 'token_request_refused'),
  refusal('x'.repeat(500_000), 'y', 'token_request_refused'),
  refusal('invalid_request', long.slice(0, 900_000), 'invalid_request'),
  refusal('\u001b[31m\u0000', '\u202e', 'token_request_refused'),
  answer('a description that is an object', 'token_request_refused', {
    status: 400,
    body: '{"error":"x","error_description":{"a":1}}',
  }),
  answer('429 as text', 'rate_limited', { status: 429, headers: { 'retry-after': '3' }, body: 'Too many requests' }),
  answer('429 with tokens', 'rate_limited', { status: 429, body: with200({}) }),
  answer('429 for the quota', 'quota_exceeded', {
    status: 429,
    body: '{"error":{"status":429,"reason":"QUOTA_EXCEEDED"}}',
  }),
  answer('500 with an error', 'spotify_unavailable', { status: 500, body: '{"error":"invalid_grant"}' }),
  answer('502 as HTML', 'spotify_unavailable', { status: 502, headers: html, body: '<p>try again in 30 seconds</p>' }),
  answer('503 as text', 'spotify_unavailable', { status: 503, headers: {}, body: 'upstream connect error' }),
  answer('503 with tokens', 'spotify_unavailable', { status: 503, body: with200({}) }),
  answer('two megabytes', 'answer_too_large', { body: with200({ padding: long + long }) }),
  answer('an access token of two megabytes', 'answer_too_large', { body: with200({ access_token: long + long }) }),
  answer('an endless body', 'answer_too_large', { body: '{"access_token":"', behaviour: 'endless' }),
  answer('no answer', 'timed_out', { behaviour: 'stall' }),
  answer('half of an answer', 'timed_out', { body: with200({}), behaviour: 'stall_in_body' }),
  answer('a broken connection', 'answer_unreadable', { body: with200({}), behaviour: 'cut' }),
  answer('a wrong content length', 'answer_unreadable', { body: with200({}), behaviour: 'lying_length' }),
  answer('no connection', 'network', { behaviour: 'unreachable' }),
];
