import type { Health, ListHealth, Source } from '../listening.ts';
import { needsPerson } from './apply-failure.ts';
import { getState } from './compose.ts';
import type { ListEntry, ListMemory } from './list-memory.ts';

/** With fewer days left the owner should renew the token. */
const fewDays = 14;

/** States of a token that only a person can end. */
const endedStates: readonly string[] = ['expired', 'in_doubt', 'none'];

/** Reports on the lists and the token. It sends nothing and never rejects. @param now epoch milliseconds */
export async function getHealth(memory: ListMemory, source: Source, now: number): Promise<Health> {
  const entries = Object.values(memory.entries).filter(
    ({ isAsked, failure }) => isAsked || failure?.code === 'scope_missing',
  );
  const lists = Object.fromEntries(entries.map((entry) => [entry.id.key, judgeList(memory, entry, now)]));
  const token = await readToken(source);
  const counted = Object.values(lists).filter(({ state }) => state !== 'not_granted');
  const isEnded = endedStates.includes(token?.state ?? '');
  const isStuck = counted.some(
    ({ state, age, error }) => (state === 'failing' && age === null) || (error !== null && needsPerson(error)),
  );
  const isAtRisk = token?.state === 'suspect' || (token?.daysLeft ?? Infinity) < fewDays;
  const hasProblem = isAtRisk || counted.some(({ state }) => state === 'failing');
  return { status: isEnded || isStuck ? 'failing' : hasProblem ? 'degraded' : 'ok', lists, token };
}

function judgeList(memory: ListMemory, entry: ListEntry, now: number): ListHealth {
  const { kept, failure } = entry;
  const decision = memory.decide(entry);
  const error = failure?.code ?? (decision.do === 'wait' ? (memory.pause?.code ?? null) : null);
  const age = kept ? Math.max(0, Math.round((now - kept.fetchedAt) / 1000)) : null;
  const state = getState({ kept, failure, decision }, kept?.items.length === 0);
  return { state: error === 'scope_missing' ? 'not_granted' : state, age, error };
}

async function readToken(source: Source): Promise<Health['token']> {
  try {
    const state = await source.state?.();
    return state ? { state: state.state, daysLeft: state.daysLeft ?? null } : null;
  } catch {
    return null;
  }
}
