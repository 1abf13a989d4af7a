import * as v from 'valibot';
import { RefrainError } from '../errors/refrain-error.ts';
import { imageLink, spotifyLink } from './links.ts';
import { judgeWebApiAnswer } from './web-api-answer.ts';
import { requestWebApi, type WebApiRequest } from './web-api-request.ts';
import { wireAccount } from './wire.ts';

/** A Spotify account. */
export interface Account {
  readonly id: string;
  /** Spotify's stable key of an account, since May 2026. */
  readonly accountId?: string | undefined;
  readonly displayName?: string | undefined;
  /** The account's page on open.spotify.com. */
  readonly url?: string | undefined;
  /** http or https; the host is not checked. */
  readonly imageUrl?: string | undefined;
}

/**
 * Asks whose token this is: `GET /v1/me`, which needs no scope.
 * @throws RefrainError `network`, `timed_out`, `answer_too_large`, `answer_unreadable`; `access_token_expired` for what
 * cannot be a token
 */
export async function requestAccount(request: WebApiRequest): Promise<Response> {
  return requestWebApi('/me', request);
}

/**
 * Judges the answer.
 * @throws RefrainError `access_token_expired`, `scope_missing`, `user_not_registered`, `premium_required`, `forbidden`,
 * `rate_limited`, `quota_exceeded`, `spotify_unavailable`;
 * `answer_unreadable` where no account is in it
 */
export async function judgeAccount(
  response: Response,
  request: Pick<WebApiRequest, 'accessToken' | 'now'>,
): Promise<Account> {
  const read = v.safeParse(wireAccount, await judgeWebApiAnswer(response, request));
  if (!read.success) throw new RefrainError('answer_unreadable');
  const { id, account_id, display_name, external_urls, images } = read.output;
  return {
    id,
    accountId: account_id,
    displayName: display_name,
    url: spotifyLink(external_urls?.spotify),
    imageUrl: imageLink(images),
  };
}

/**
 * The account behind an access token: one request, never repeated unasked. A 403 here tells an account that is off the
 * app's list, or an owner without Premium, from a bad token.
 *
 * @throws RefrainError as the two functions above do
 * @see https://developer.spotify.com/documentation/web-api/reference/get-current-users-profile
 */
export async function getAccount(request: WebApiRequest): Promise<Account> {
  return judgeAccount(await requestAccount(request), request);
}
