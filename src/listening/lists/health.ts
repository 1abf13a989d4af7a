import type { KeptState } from '../../keeper/record/state.ts';
import type { Health, ListHealth } from '../listening.ts';
import { lastsUntilFixed } from './apply-failure.ts';
import { getState } from './compose.ts';
import { lacksScope } from './list-key.ts';
import type { ListEntry, ListMemory } from './list-memory.ts';

/** With fewer days left the owner should renew the token. */
const fewDays = 14;

/** States of a token that only a person can end. */
const endedStates: readonly string[] = ['expired', 'in_doubt', 'none'];

/**
 * Reports on the lists and the token.
 * @param state of the token; undefined if the source does not tell
 * @param now epoch milliseconds
 */
export function getHealth(memory: ListMemory, state: KeptState | undefined, now: number): Health {
  const token = state ? { state: state.state, daysLeft: state.daysLeft ?? null } : null;
  const lists: Record<string, ListHealth> = {};
  for (const entry of Object.values(memory.entries)) {
    const isGranted = entry.failure?.code !== 'scope_missing' && !lacksScope(entry.id.key, state?.scopes);
    if (entry.isAsked || !isGranted) lists[entry.id.key] = judgeList(memory, entry, { isGranted, now });
  }
  const counted = Object.values(lists).filter(({ state }) => state !== 'not_granted');
  const isEnded = endedStates.includes(token?.state ?? '');
  const isStuck = counted.some(
    ({ state, age, error }) => (state === 'failing' && age === null) || (error !== null && lastsUntilFixed(error)),
  );
  const isAtRisk = token?.state === 'suspect' || (token?.daysLeft ?? Infinity) < fewDays;
  const hasProblem = isAtRisk || counted.some(({ state }) => state === 'failing');
  return { status: isEnded || isStuck ? 'failing' : hasProblem ? 'degraded' : 'ok', lists, token };
}

function judgeList(
  memory: ListMemory,
  entry: ListEntry,
  { isGranted, now }: { readonly isGranted: boolean; readonly now: number },
): ListHealth {
  const { kept, failure } = entry;
  const age = kept ? Math.max(0, Math.round((now - kept.fetchedAt) / 1000)) : null;
  if (!isGranted) return { state: 'not_granted', age, error: 'scope_missing' };
  const decision = memory.decide(entry);
  const error = failure?.code ?? (decision.do === 'wait' ? (memory.pause?.code ?? null) : null);
  // A player that rests has no item of its own, and shows the last play.
  const isEmpty = kept?.player === null && kept.items.length === 0;
  return { state: getState({ kept, failure, decision }, isEmpty), age, error };
}
