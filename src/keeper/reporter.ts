import { livenessOf, type KeeperContext } from './context.ts';
import { describe } from './describe.ts';
import type { KeptState } from './kept-state.ts';
import type { TokenKeeperOptions } from './token-keeper.ts';

/** Tells `onChange` of each change once. What stood here at the beginning is no change. */
export function createReporter(context: KeeperContext, onChange: TokenKeeperOptions['onChange']) {
  const { held, clock } = context;
  let told: KeptState | undefined;

  const now = async (): Promise<KeptState> => {
    const kept = held.newest;
    return describe(kept, { now: clock.now(), alive: await livenessOf(kept, context), unsaved: held.unsaved });
  };
  return {
    now,
    /** To be called once after each read or write that may have brought something new. */
    async report(): Promise<void> {
      if (!onChange) return;
      const state = await now();
      const before = told;
      told = state;
      if (before === undefined || isSame(state, before)) return;
      try {
        onChange(state, before);
      } catch {
        // Whoever listens may fail without costing anybody a token.
      }
    },
  };
}

/** The days that are left pass by themselves: they are no change until a warning is due. */
function isSame(one: KeptState, other: KeptState): boolean {
  const text = (state: KeptState) => JSON.stringify({ ...state, daysLeft: undefined });
  return text(one) === text(other);
}
