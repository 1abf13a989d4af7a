import { RefrainError } from '../errors/refrain-error.ts';
import { imageLink, spotifyLink, usableImages } from './links.ts';
import { judgeWebApiAnswer, requestWebApi, type WebApiRequest } from './web-api.ts';
import { toFields, toText } from './wire.ts';

/** A Spotify account. Fields are undefined if Spotify sends none; since February 2026 it sends fewer. */
export interface Account {
  /** Spotify's user ID. To compare accounts, use `accountId` if there is one. */
  readonly id: string;
  /** The stable key of the account, which Spotify sends since May 2026. */
  readonly accountId?: string | undefined;
  readonly displayName?: string | undefined;
  /** The account's page on open.spotify.com. */
  readonly url?: string | undefined;
  /** http or https. The host is not checked: see `isSpotifyImage`. */
  readonly imageUrl?: string | undefined;
}

/**
 * Requests the account of an access token: `GET /v1/me`, which needs no scope.
 * @throws RefrainError `access_token_expired` if the text cannot be a token, `endpoint_refused` (nothing is sent);
 * `network`, `timed_out`, `answer_too_large`, `answer_unreadable`
 */
export async function requestAccount(request: WebApiRequest): Promise<Response> {
  return requestWebApi('/me', request);
}

/**
 * Reads the answer of `GET /v1/me`.
 * @throws RefrainError `access_token_expired`, `scope_missing`, `user_not_registered`, `premium_required`, `forbidden`,
 * `rate_limited`, `quota_exceeded`, `spotify_unavailable`; `answer_unreadable` if it holds no account
 * @see https://developer.spotify.com/documentation/web-api/references/changes/february-2026 fields that were removed
 * @see https://developer.spotify.com/documentation/web-api/references/changes/may-2026 `account_id`
 */
export async function judgeAccount(
  response: Response,
  request: Pick<WebApiRequest, 'accessToken' | 'now'>,
): Promise<Account> {
  const account = await judgeWebApiAnswer(response, request);
  const id = toText(account['id']);
  if (id === undefined) throw new RefrainError('answer_unreadable');
  return {
    id,
    accountId: toText(account['account_id']),
    displayName: toText(account['display_name']),
    url: spotifyLink(toFields(account['external_urls'])?.['spotify']),
    imageUrl: imageLink(usableImages(account['images'])),
  };
}

/**
 * Gets the account of an access token. It sends one request and does not retry. If the app does not list the account,
 * or the owner of the app has no Premium, consent still gives tokens and the first failure is the 403 of this request.
 *
 * @throws RefrainError like `requestAccount` and `judgeAccount`
 * @see https://developer.spotify.com/documentation/web-api/reference/get-current-users-profile
 */
export async function getAccount(request: WebApiRequest): Promise<Account> {
  return judgeAccount(await requestAccount(request), request);
}

/**
 * Whether two accounts are different: compares Spotify's stable account IDs if both have one, otherwise the user IDs.
 * Undefined if one of the accounts is unknown.
 */
export function isDifferentAccount(
  one: Pick<Account, 'id' | 'accountId'> | undefined,
  other: Pick<Account, 'id' | 'accountId'> | undefined,
): boolean | undefined {
  if (!one || !other) return undefined;
  if (one.accountId && other.accountId) return one.accountId !== other.accountId;
  return one.id !== other.id;
}
