import type { KeeperContext } from './context.ts';
import { describe } from './describe.ts';
import type { KeptState } from './kept-state.ts';
import { look, sightOf } from './look.ts';
import type { TokenKeeperOptions } from './token-keeper.ts';

/** Tells `onChange` of each change once. What stood here at the beginning is no change. */
export function createReporter(context: KeeperContext, onChange: TokenKeeperOptions['onChange']) {
  const { held } = context;
  let told: KeptState | undefined;
  let last: Promise<void> = Promise.resolve();

  const now = async (): Promise<KeptState> => {
    try {
      const { seen, sight } = await look(() => held.read(), context);
      return describe(seen.record, sight, held.unsaved);
    } catch {
      // A store that is away changes nothing of what is known, and confirms nobody's death.
      const sight = await sightOf(held.newest, context);
      return describe(held.newest, { ...sight, alive: true }, held.unsaved);
    }
  };
  const reportNow = async (isWarning: boolean): Promise<void> => {
    const state = await now();
    const before = told && (isWarning ? told : { ...told, warned: state.warned });
    told = state;
    if (before === undefined || isSame(state, before)) return;
    try {
      onChange?.(state, before);
    } catch {
      // Whoever listens may fail without costing anybody a token.
    }
  };
  return {
    now,
    /**
     * To be called once after each read or write that may have brought something new.
     * @param isWarning whether this process has just given a warning: the others that share the token keep silent about it
     */
    async report(isWarning = false): Promise<void> {
      if (!onChange) return;
      // One after the other, or an older state could be told after a newer one.
      last = last.then(() => reportNow(isWarning));
      await last;
    },
  };
}

/** The days that are left pass by themselves: they are no change until a warning is due. */
function isSame(one: KeptState, other: KeptState): boolean {
  const text = (state: KeptState) => JSON.stringify({ ...state, daysLeft: undefined });
  return text(one) === text(other);
}
