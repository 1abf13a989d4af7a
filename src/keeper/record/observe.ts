import type { Claimant, ClaimantName } from '../platform/claimant.ts';
import type { Clock } from '../platform/clock.ts';
import type { VersionedRecord } from './record-cache.ts';
import type { Claim, KeptRecord, KeptToken } from './record.ts';
import { day, minute } from '../../text/durations.ts';
import { lease } from './times.ts';

/**
 * What this process knows about a record in addition to its text. The process that wrote the record may have another
 * clock. So a time span in the record (a lease, a pause) counts from when this process first saw it. All times are epoch
 * milliseconds of this process's clock.
 */
export interface Observation {
  readonly now: number;
  /** Whether the claimant still runs. Undefined if it cannot be checked from here. True if there is no claim. */
  readonly isClaimantAlive: boolean | undefined;
  readonly claimFirstSeenAt: number;
  readonly pauseFirstSeenAt: number;
  readonly refusalFirstSeenAt: number;
  readonly accessFirstSeenAt: number;
}

/** A record, and what this process knows about it. */
export interface ObservedRecord {
  readonly current: VersionedRecord;
  readonly observation: Observation;
}

/** Who observes: this process. */
interface Observer {
  readonly claimant: Claimant;
  readonly clock: Clock;
  readonly firstSeenTimes: FirstSeenTimes;
}

/**
 * Reads the record and checks whether the claimant still runs. A claimant may save its result and then end, between the
 * read and the check. So if it does not run, the record is read again.
 */
export async function readAndObserve(
  read: () => Promise<VersionedRecord>,
  observer: Observer,
): Promise<ObservedRecord> {
  for (;;) {
    const current = await read();
    const observation = await observe(current.record, observer);
    const { claim } = current.record ?? {};
    if (!claim || observation.isClaimantAlive === true) return { current, observation };
    const again = await read();
    if (again.record?.claim?.id === claim.id) return { current: again, observation };
  }
}

export async function observe(record: KeptRecord | undefined, observer: Observer): Promise<Observation> {
  const { claimant, clock, firstSeenTimes } = observer;
  // If the check fails, treat the answer as unknown.
  const isAlive = async (other: ClaimantName) => claimant.isAlive(other);
  const isClaimantAlive = record?.claim ? await isAlive(record.claim.by).catch(() => undefined) : true;
  const now = clock.now();
  const { access, pause, refusal } = record?.token ?? {};
  const firstSeenAt = (id: string) => firstSeenTimes.at(id, now);
  return {
    now,
    isClaimantAlive,
    claimFirstSeenAt: record?.claim ? firstSeenAt(`claim ${record.claim.id}`) : now,
    pauseFirstSeenAt: pause ? firstSeenAt(`pause ${pause.since} ${pause.at}`) : now,
    accessFirstSeenAt: access ? firstSeenAt(`access ${access.obtainedAt} ${access.expiresAt}`) : now,
    refusalFirstSeenAt: refusal ? firstSeenAt(`refusal ${refusal.lastAt} ${refusal.times}`) : now,
  };
}

/** A claim with a time further from now than this, in milliseconds, is not recent, however wrong the other clock is. */
const maxClockDifference = 5 * minute;

/** Whether the lease of a claim is over. */
export function isLeaseOver(claim: Claim, { now, isClaimantAlive, claimFirstSeenAt }: Observation): boolean {
  if (now - claimFirstSeenAt >= lease) return true;
  return isClaimantAlive === undefined && Math.abs(now - claim.at) > maxClockDifference;
}

/** Whether the claimant may still save an answer. */
export function canStillAnswer(claim: Claim, observation: Observation): boolean {
  return observation.isClaimantAlive ?? !isLeaseOver(claim, observation);
}

/** When a pause ends, epoch milliseconds. */
export function getPauseEnd(pause: NonNullable<KeptToken['pause']>, { pauseFirstSeenAt }: Observation): number {
  return Math.min(pause.at, pauseFirstSeenAt + pause.at - pause.since);
}

/** When a refused token is tried again, epoch milliseconds. */
export function getNextTry(refusal: NonNullable<KeptToken['refusal']>, { refusalFirstSeenAt }: Observation): number {
  return Math.min(refusal.nextTryAt, refusalFirstSeenAt + refusal.nextTryAt - refusal.lastAt);
}

/**
 * The access token, with its times by this process's clock. If they are later than when this process first saw the token,
 * another clock wrote them: the token is used for its lifetime from then on, and the Web API's 401 ends it if that is too
 * long. A token that is dated more than a day ahead is ignored.
 */
export function getAccess(
  record: KeptRecord | undefined,
  { now, accessFirstSeenAt }: Observation,
): KeptToken['access'] {
  const access = record?.token?.access;
  if (!access || access.obtainedAt > now + day) return undefined;
  const ahead = Math.max(0, access.obtainedAt - accessFirstSeenAt);
  const { obtainedAt, expiresAt } = access;
  return {
    ...access,
    obtainedAt: obtainedAt - ahead,
    expiresAt: expiresAt === undefined ? undefined : expiresAt - ahead,
  };
}

/** Remembers when this process first saw something. If the clock has jumped back since, that time is now. */
export class FirstSeenTimes {
  readonly #times = new Map<string, number>();

  at(id: string, now: number): number {
    const firstSeenAt = Math.min(this.#times.get(id) ?? now, now);
    this.#times.delete(id);
    this.#times.set(id, firstSeenAt);
    const [oldest] = this.#times.keys();
    if (this.#times.size > 32 && oldest !== undefined) this.#times.delete(oldest);
    return firstSeenAt;
  }
}
