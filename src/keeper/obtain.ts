import type { ErrorCode } from '../spotify/explanations.ts';
import { RefrainError } from '../spotify/refrain-error.ts';
import { paused, refused, unanswered, type Sent } from './changes.ts';
import { checkBelonging, currentRecord, type KeeperContext } from './context.ts';
import { decide, type Wish } from './decide.ts';
import { look, sightOf } from './look.ts';
import type { Change } from './held-record.ts';
import type { KeptRecord, KeptToken } from './record.ts';
import { credentialFor, refreshOnce, type Refreshed } from './refresh-once.ts';
import { saveAnswer } from './save-answer.ts';
import type { Sight } from './sight.ts';
import { backoff, isValid, pauseUntil } from './times.ts';

export type Access = NonNullable<KeptToken['access']>;

/** An access token; where it was time for another and none came, `despite` says why. This one is still good. */
export interface Obtained {
  readonly access: Access;
  readonly despite?: RefrainError;
}

/** Tries of one call, and for how long it begins another or waits out a pause, milliseconds. */
const mostTries = 4;
const longestTrying = 20_000;

/** How often a claim of somebody else is looked at, milliseconds. */
const shortestLook = 25;
const longestLook = 400;

/**
 * Gets an access token: out of the record, or by a refresh that is claimed, sent, judged and saved. The one way by which
 * a refresh token leaves.
 * @throws RefrainError as `TokenKeeper.accessToken` says
 */
export async function obtain(asked: Wish, context: KeeperContext): Promise<Obtained> {
  const { clock, held, random } = context;
  let wish = asked;
  const begun = clock.now();
  let tries = 0;
  let looks = 0;
  let withIdAlone = false;
  let last: RefrainError | undefined;
  for (;;) {
    const { seen, sight } = await look(() => currentRecord(context), context);
    if (seen.record) checkBelonging(seen.record, context);
    const decision = decide(seen.record, wish, sight);
    if (decision.kind === 'use') return { access: decision.access };
    if (decision.kind === 'fail') {
      const despite = failure(decision.code, decision.retryAt, last);
      if (decision.access) return { access: decision.access, despite };
      throw despite;
    }
    if (decision.kind === 'wait') {
      if (decision.pausedBy && (wish.resting || clock.now() - begun >= longestTrying)) {
        const error = wish.resting ?? failure(decision.pausedBy, decision.until, last);
        return stillValid(seen.record, wish, error, sight);
      }
      const pause = Math.min(longestLook, shortestLook * 2 ** looks++) * (0.5 + random() / 2);
      await clock.wait(Math.min(pause, decision.until - sight.now));
      continue;
    }

    looks = 0;
    const { kept } = decision;
    if (wish.resting) return stillValid(kept, wish, wish.resting, sight);
    const credential = withIdAlone ? 'client_id' : credentialFor(kept, context);
    let refreshed: Refreshed;
    try {
      refreshed = await refreshOnce(kept, seen, context, credential);
    } catch (error) {
      // Nothing was sent: the secret is missing, or the store can't be written.
      if (!(error instanceof RefrainError)) throw error;
      return stillValid(kept, wish, error, sight);
    }
    if (refreshed.kind === 'not_sent') continue;
    const { sent } = refreshed;
    if (refreshed.kind === 'tokens') {
      const { accessToken: token, obtainedAt, accessTokenExpiresAt: expiresAt } = refreshed.tokens;
      if (await saveAnswer(sent, refreshed.tokens, context)) return { access: { token, obtainedAt, expiresAt } };
      // Something newer stands, and serves whoever asked.
      wish = { rejected: wish.rejected };
      continue;
    }

    const { outcome, error } = refreshed;
    last = error;
    if (outcome === 'refused') {
      if (!withIdAlone && mayTryIdAlone(kept.token, sent, last)) {
        withIdAlone = true;
        await write(sent, (record) => paused(record, sent, undefined), context);
        continue;
      }
      const { code } = last;
      const at = clock.now();
      await write(sent, (record) => refused(record, sent, code, at), context);
      if (wish.inDoubt) throw last;
      continue;
    }

    tries++;
    const { code, retryAt } = last;
    const since = clock.now();
    const at = retryAt === undefined ? since + backoff(tries, random) : pauseUntil(retryAt, since);
    const pause = { since, at, code };
    const change = (record: KeptRecord) =>
      outcome === 'not_spent' ? paused(record, sent, pause) : unanswered(record, sent, { now: since, pause });
    await write(sent, change, context);
    if (wish.inDoubt) throw last;
    // Where tokens rotate that is a doubt by now, and the record says so.
    if (outcome === 'perhaps_spent' && kept.rotates) continue;
    const isLast = tries >= mostTries || clock.now() - begun >= longestTrying;
    if (isLast) return stillValid(held.newest, wish, last, await sightOf(held.newest, context));
  }
}

/** What the record says, with what Spotify or the network said last. */
function failure(code: ErrorCode, retryAt: number | undefined, last: RefrainError | undefined): RefrainError {
  return new RefrainError(code, {
    ...(retryAt !== undefined && { retryAt }),
    ...(last?.spotifySaid !== undefined && { spotifySaid: last.spotifySaid }),
    ...(last && { cause: last.cause ?? { code: last.code } }),
  });
}

/** Brings what became of a request to the record; where the store fails, it is held, and put there later. */
async function write(sent: Sent, change: Change, { held }: KeeperContext): Promise<void> {
  try {
    for (;;) {
      const seen = await held.read();
      const next = seen.record && change(seen.record);
      if (!next || (await held.replace(next, seen))) return;
    }
  } catch {
    // Where the claim has gone, it was written after all, or somebody else has gone on since.
    held.hold((record) => (record.claim?.id === sent.claimId ? change(record) : undefined));
  }
}

/** A token from elsewhere may have been got without the secret that is there now. */
function mayTryIdAlone(token: KeptToken, sent: Sent, { code }: RefrainError): boolean {
  const isAboutApp = code === 'invalid_client' || code === 'client_secret_wrong' || code === 'invalid_request';
  return isAboutApp && token.grant === undefined && sent.credential === 'client_secret' && !token.credential;
}

/** After the last try: what the record still offers, else why there is nothing. */
function stillValid(kept: KeptRecord | undefined, wish: Wish, error: RefrainError, sight: Sight): Obtained {
  const decision = decide(kept, wish, sight);
  if (decision.kind === 'use') return { access: decision.access };
  const access = kept?.token?.access;
  if (!access || wish.now || access.token === wish.rejected || !isValid(access, sight.now)) throw error;
  return { access, despite: error };
}
