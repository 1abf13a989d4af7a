/**
 * The library: get a Spotify token, keep it valid, and read what was played. It runs on Node, in browsers and in every
 * runtime with `fetch` and Web Crypto.
 *
 * The OAuth functions store nothing, take `fetch` and the clock as options, and send one request per call.
 * `createTokenKeeper` is for programs that keep running: it saves tokens in a store and refreshes them when needed.
 *
 * All times are epoch milliseconds. Every failure is a `RefrainError` whose `code` is one of `errorCodes`.
 *
 * @example
 * ```ts
 * import { buildAuthorizationUrl, checkCallback, createAuthorizationRequest, exchangeCode, spotify } from 'refrain';
 *
 * const request = createAuthorizationRequest({
 *   grant: 'authorization_code_pkce',
 *   clientId: 'your client ID',
 *   redirectUri: 'http://127.0.0.1:8888/callback',
 *   scopes: ['user-read-recently-played'],
 * });
 * console.log('Open', String(await buildAuthorizationUrl(request, spotify)));
 * // Then, with the address of the callback:
 * const callback = checkCallback(new URL(address).searchParams, request, spotify);
 * const tokens = await exchangeCode({ request, callback, endpoints: spotify, fetch, now: Date.now });
 * ```
 *
 * @packageDocumentation
 */

export { endpointsFrom, spotify, type Endpoints } from './spotify/endpoints.ts';
export { errorCodes, type ErrorCode } from './errors/error-table.ts';
export { isRefrainError, RefrainError, type RefrainErrorOptions } from './errors/refrain-error.ts';
export { isScope, scopeGroups, scopes, type Scope, type ScopeGroup } from './spotify/scopes.ts';
export { defaultPreset, presetOf, presets, type PresetName } from './spotify/presets.ts';
export { operationsOpenedBy, scopesFor, type Method, type Operation } from './spotify/operations.ts';
export {
  judgeRedirectUri,
  redirectUriOf,
  type PageRedirectUri,
  type RedirectUriJudgement,
} from './spotify/redirect-uri.ts';
export { deadEnds, type DeadEnd } from './spotify/dead-ends.ts';
export { isSpotifyImage, spotifyImageHosts } from './spotify/image-hosts.ts';

export { grants, type ConsentGrant, type Grant } from './grants/grant.ts';
export type { Sending } from './http/ask.ts';
export type { TokenRequest } from './grants/token-endpoint.ts';
export {
  buildAuthorizationUrl,
  createAuthorizationRequest,
  type AuthorizationRequest,
} from './grants/authorization-request.ts';
export { checkCallback, stateOf, type CheckedCallback } from './grants/callback.ts';
export { exchangeCode, judgeCodeAnswer, requestTokenForCode, type CodeExchange } from './grants/code-exchange.ts';
export { judgeRefreshAnswer, refreshTokens, requestRefresh, type TokenRefresh } from './grants/refresh.ts';
export {
  getClientCredentialsToken,
  judgeClientCredentialsAnswer,
  requestClientCredentialsToken,
  type ClientCredentialsRequest,
} from './grants/client-credentials.ts';
export { refreshTokenEnd, TokenSet, warnDays, type TokenSetFields } from './grants/token-set.ts';
export { refreshTokenLifeDays } from './text/values/consent-date.ts';

export { createTokenKeeper } from './keeper/create-token-keeper.ts';
export type { TokenKeeper, TokenKeeperOptions } from './keeper/token-keeper.ts';
export {
  warningDays,
  type KeptAccount,
  type KeptState,
  type KeptStateName,
  type WarningDays,
} from './keeper/record/state.ts';
export type { KeptSecrets } from './keeper/secrets.ts';
export { memoryStore } from './keeper/stores/memory-store.ts';
export type { StoredRecord, TokenStore } from './keeper/stores/token-store.ts';
export { thisProcess, type Claimant, type ClaimantName } from './keeper/platform/claimant.ts';
export { systemClock, type Clock } from './keeper/platform/clock.ts';

export { getAccount, judgeAccount, requestAccount, type Account } from './listening/account.ts';
export {
  getRecentlyPlayed,
  judgeRecentlyPlayed,
  requestRecentlyPlayed,
  type Play,
  type PlayedItem,
  type RecentlyPlayedRequest,
} from './listening/plays.ts';
export type { WebApiRequest } from './listening/web-api.ts';
