import type { KeeperContext } from '../refresh/context.ts';
import type { Seen } from './record-cache.ts';
import type { KeptRecord } from './record.ts';
import type { Sight } from './observation.ts';

/** The record, and what this process makes of it. */
export interface Looked {
  readonly seen: Seen;
  readonly sight: Sight;
}

/**
 * Reads the record and finds out whether whoever claims lives. The dead write nothing more: so where a claimant is found
 * dead, the record is read once again, for it may have finished between the two looks.
 */
export async function look(read: () => Promise<Seen>, context: KeeperContext): Promise<Looked> {
  for (;;) {
    const seen = await read();
    const sight = await sightOf(seen.record, context);
    const { claim } = seen.record ?? {};
    if (!claim || sight.alive === true) return { seen, sight };
    const again = await read();
    if (again.record?.claim?.id === claim.id) return { seen: again, sight };
  }
}

export async function sightOf(kept: KeptRecord | undefined, context: KeeperContext): Promise<Sight> {
  const { claimant, clock, firstSeen } = context;
  // Of whom nothing can be found out, nothing is known.
  const alive = kept?.claim ? await claimant.isAlive(kept.claim.by).catch(() => undefined) : true;
  const now = clock.now();
  const { pause, refusal } = kept?.token ?? {};
  return {
    now,
    alive,
    claimSeenAt: kept?.claim ? firstSeen.at(`claim ${kept.claim.id}`, now) : now,
    pauseSeenAt: pause ? firstSeen.at(`pause ${pause.since} ${pause.at}`, now) : now,
    refusalSeenAt: refusal ? firstSeen.at(`refusal ${refusal.lastAt} ${refusal.times}`, now) : now,
  };
}
