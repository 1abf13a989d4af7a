import type { ErrorCode } from '../../errors/error-table.ts';
import { isRefrainError, RefrainError } from '../../errors/refrain-error.ts';
import { toAccess } from '../record/refresh-changes.ts';
import { decide, type Decision, type RefreshRequest } from '../record/decide.ts';
import { getAccess, observe, readAndObserve, type Observation, type ObservedRecord } from '../record/observe.ts';
import { isLive, type KeptRecord, type KeptToken, type LiveRecord } from '../record/record.ts';
import { isValid, rejectionPause } from '../record/times.ts';
import { checkSameApp, readCurrentRecord, type KeeperContext } from './context.ts';
import { releaseClaim, saveLostAnswer, saveRefreshedTokens, saveRefusal } from './save-outcome.ts';
import { canRetryWithoutSecret, chooseCredential, sendRefresh, type RefreshResult } from './send-refresh.ts';

export type Access = NonNullable<KeptToken['access']>;

/** A valid access token. `refreshError`: why a refresh that was due did not succeed. */
export interface AccessResult {
  readonly access: Access;
  readonly refreshError?: RefrainError;
}

/** One call, and its progress. */
interface Call {
  request: RefreshRequest;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Requests that failed and may be repeated. */
  tries: number;
  /** How often in a row another process's claim was found. */
  waits: number;
  /** Whether the app was refused with its client secret, so that only the client ID is sent. */
  withoutSecret: boolean;
  /** The error of the last request. */
  lastError: RefrainError | undefined;
}

const maxTries = 4;

/** How long a call may start tries and wait for pauses, in milliseconds. It is longer than the lease. */
const maxTrying = 25_000;

/** Milliseconds between two reads while another process refreshes. */
const minWait = 25;
const maxWait = 400;

/**
 * Gets an access token: from the record, or by a refresh that is claimed, sent and saved. The keeper sends a refresh
 * token only here.
 * @throws RefrainError as `TokenKeeper.accessToken` says
 */
export async function obtainAccess(request: RefreshRequest, context: KeeperContext): Promise<AccessResult> {
  const startedAt = context.clock.now();
  const call: Call = { request, startedAt, tries: 0, waits: 0, withoutSecret: false, lastError: undefined };
  for (;;) {
    const result = await takeStep(call, context);
    if (result) return result;
  }
}

/** Reads, decides, and does one thing. Undefined if the record must be read again. */
async function takeStep(call: Call, context: KeeperContext): Promise<AccessResult | undefined> {
  const observed = await readAndObserve(() => readCurrentRecord(context), context);
  const { record } = observed.current;
  if (isLive(record)) checkSameApp(record, context);
  const decision = decide(record, call.request, observed.observation);
  if (decision.kind === 'use') return { access: decision.access };
  if (decision.kind === 'wait') return wait(call, decision, observed, context);
  if (decision.kind === 'claim') return refresh(call, decision.record, observed, context);
  const refreshError = createError(decision.code, decision.retryAt, call.lastError);
  if (decision.access) return { access: decision.access, refreshError };
  throw refreshError;
}

async function wait(
  call: Call,
  { until, pausedBy }: Extract<Decision, { kind: 'wait' }>,
  { current, observation }: ObservedRecord,
  { clock, random }: KeeperContext,
): Promise<AccessResult | undefined> {
  const { request, startedAt, lastError } = call;
  // Another process that refreshes may save a token. A pause does not, so it is not worth a long wait.
  if (pausedBy && (request.recentFailure || clock.now() - startedAt >= maxTrying)) {
    const error = request.recentFailure ?? createError(pausedBy, until, lastError);
    return useValidAccess(current.record, request, error, observation);
  }
  const pause = Math.min(maxWait, minWait * 2 ** call.waits++) * (0.5 + random() / 2);
  await clock.wait(Math.min(pause, until - observation.now));
  return undefined;
}

/** Sends one request and saves its outcome. */
async function refresh(
  call: Call,
  record: LiveRecord,
  { current, observation }: ObservedRecord,
  context: KeeperContext,
): Promise<AccessResult | undefined> {
  const { clock, cache } = context;
  const { request } = call;
  call.waits = 0;
  if (request.recentFailure) return useValidAccess(record, request, request.recentFailure, observation);
  let result: RefreshResult;
  try {
    const credential = call.withoutSecret ? 'client_id' : chooseCredential(record, context);
    const { access } = record.token;
    const isReplacedEarly = access !== undefined && request.isRejected?.(access.token) === true;
    const keepFor = isReplacedEarly ? rejectionPause.next : rejectionPause.first;
    result = await sendRefresh(record, current, context, { credential, keepFor });
  } catch (error) {
    // Nothing was sent: the client secret is missing, or the store cannot be written.
    if (!isRefrainError(error)) throw error;
    return useValidAccess(record, request, error, observation);
  }
  if (result.kind === 'not_claimed') return undefined;
  const { sent } = result;
  if (result.kind === 'tokens') {
    if (await saveRefreshedTokens(sent, result.tokens, context)) return { access: toAccess(result.tokens) };
    // The record has a newer token, which is enough for this call.
    call.request = { isRejected: request.isRejected };
    return undefined;
  }

  const { outcome, error } = result;
  call.lastError = error;
  if (outcome === 'rejected' && !call.withoutSecret && canRetryWithoutSecret(record, sent, error)) {
    call.withoutSecret = true;
    await releaseClaim(sent, context);
    return undefined;
  }
  if (outcome === 'rejected') await saveRefusal(sent, error, context);
  else await saveLostAnswer(sent, { outcome, error, tries: ++call.tries }, context);
  if (request.evenIfUncertain) throw error;
  // The record now says that the token was refused or is uncertain. The next step acts on it.
  if (outcome === 'rejected' || (outcome === 'maybe_used' && record.rotates)) return undefined;
  if (call.tries < maxTries && clock.now() - call.startedAt < maxTrying) return undefined;
  return useValidAccess(cache.newest, request, error, await observe(cache.newest, context));
}

/** The error that the record asks for, with details of the last answer of Spotify or the network. */
function createError(code: ErrorCode, retryAt: number | undefined, last: RefrainError | undefined): RefrainError {
  return new RefrainError(code, {
    retryAt,
    spotifySaid: last?.spotifySaid,
    cause: last && (last.cause ?? { code: last.code }),
  });
}

/**
 * The access token of the record, if it is still valid.
 * @throws `error` if it is not, or a person asked for a refresh
 */
function useValidAccess(
  record: KeptRecord | undefined,
  request: RefreshRequest,
  error: RefrainError,
  observation: Observation,
): AccessResult {
  const decision = decide(record, request, observation);
  if (decision.kind === 'use') return { access: decision.access };
  const access = getAccess(record, observation);
  if (!access || request.isForced || request.isRejected?.(access.token) || !isValid(access, observation.now)) {
    throw error;
  }
  return { access, refreshError: error };
}
