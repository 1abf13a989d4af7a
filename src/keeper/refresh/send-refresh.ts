import { refreshTokens } from '../../grants/refresh.ts';
import type { TokenSet } from '../../grants/token-set.ts';
import type { RefreshOutcome } from '../../errors/error-facts.ts';
import { isRefrainError, RefrainError } from '../../errors/refrain-error.ts';
import { isAboutApp } from '../../errors/rejection.ts';
import { applyClaim, type SentRefresh } from '../record/refresh-changes.ts';
import { getFailureOutcome } from '../record/outcome.ts';
import type { LiveRecord } from '../record/record.ts';
import type { VersionedRecord } from '../record/record-cache.ts';
import { getConsentTime, lease, refreshDeadline } from '../record/times.ts';
import { createId } from '../platform/create-id.ts';
import type { KeeperContext } from './context.ts';
import { wasNeverSent } from './was-it-sent.ts';

/** The result of one refresh request. */
export type RefreshResult =
  /** Another process wrote first. Nothing was sent. */
  | { readonly kind: 'not_claimed' }
  | { readonly kind: 'tokens'; readonly sent: SentRefresh; readonly tokens: TokenSet }
  | {
      readonly kind: 'failed';
      readonly sent: SentRefresh;
      readonly error: RefrainError;
      readonly outcome: RefreshOutcome;
    };

/**
 * Saves a claim in the record, and only then sends one request.
 * @param record the record to refresh: `current.record`, or that record marked as uncertain
 * @throws RefrainError `client_secret_missing`, and what the store throws. Then nothing was sent
 */
export async function sendRefresh(
  record: LiveRecord,
  current: VersionedRecord,
  context: KeeperContext,
  { credential, keepFor }: Pick<SentRefresh, 'credential' | 'keepFor'>,
): Promise<RefreshResult> {
  const { cache, clock, claimant, endpoints, fetch } = context;
  const clientSecret = credential === 'client_secret' ? findClientSecret(record, context) : undefined;
  if (credential === 'client_secret' && !clientSecret) throw new RefrainError('client_secret_missing');
  const claim = { id: createId(), by: claimant.name, at: clock.now() };
  try {
    if (!(await cache.replace(applyClaim(record, claim), current))) return { kind: 'not_claimed' };
  } catch (error) {
    // The claim may be in the store. A read removes it: nothing was sent, and this process may end at once.
    await cache.read().catch(() => {});
    throw error;
  }

  // The last check before sending: this process may have been stopped here until its lease was over.
  const elapsed = clock.now() - claim.at;
  const { refreshToken, grant, askedScopes, scopes } = record.token;
  const sent = { claimId: claim.id, generation: record.generation, refreshToken, credential, keepFor, at: clock.now() };
  if (elapsed >= lease || elapsed < 0) {
    return { kind: 'failed', sent, error: new RefrainError('refresh_under_way'), outcome: 'not_sent' };
  }
  let isSent = false;
  let thrown: unknown;
  const fetchAndRecordError: typeof fetch = async (...args) => {
    try {
      isSent = true;
      return await fetch(...args);
    } catch (error) {
      thrown = error;
      throw error;
    }
  };
  try {
    const tokens = await refreshTokens({
      clientId: record.clientId,
      clientSecret,
      refreshToken,
      grant,
      authorizedAt: getConsentTime(record.token, sent.at),
      askedScopes,
      scopes,
      endpoints,
      fetch: fetchAndRecordError,
      deadline: () => AbortSignal.timeout(refreshDeadline),
      now: () => clock.now(),
    });
    return { kind: 'tokens', sent, tokens };
  } catch (failure) {
    // Any other error says nothing about the token.
    const error = isRefrainError(failure) ? failure : new RefrainError('network');
    return { kind: 'failed', sent, error, outcome: getFailureOutcome(error, !isSent || wasNeverSent(thrown)) };
  }
}

/**
 * How the app authenticates: as when the token was obtained. For a token from elsewhere: as Spotify has accepted before,
 * else with the client secret if there is one.
 */
export function chooseCredential(record: LiveRecord, context: KeeperContext): SentRefresh['credential'] {
  const { grant, credential } = record.token;
  if (grant) return grant === 'authorization_code' ? 'client_secret' : 'client_id';
  if (!findClientSecret(record, context)) return 'client_id';
  return credential ?? 'client_secret';
}

/** The secret that the token needs for a refresh. Undefined if it needs none, or there is none. */
export function getClientSecret(record: LiveRecord, context: KeeperContext): string | undefined {
  return chooseCredential(record, context) === 'client_secret' ? findClientSecret(record, context) : undefined;
}

/** Whether a token from elsewhere may have been obtained without the client secret that was sent. */
export function canRetryWithoutSecret({ token }: LiveRecord, sent: SentRefresh, { code }: RefrainError): boolean {
  return isAboutApp(code) && token.grant === undefined && sent.credential === 'client_secret' && !token.credential;
}

function findClientSecret(record: LiveRecord, context: KeeperContext): string | undefined {
  return context.clientSecret ?? record.clientSecret;
}
