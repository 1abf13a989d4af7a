import { currentRecord, type KeeperContext } from './refresh/context.ts';
import { describe } from './record/describe.ts';
import type { KeptState, WarningDays } from './record/state.ts';
import { look, sightOf } from './record/observe.ts';
import type { TokenKeeperOptions } from './token-keeper.ts';

/** A warning that this process has just given, and the one that stood before it. */
export interface WarningGiven {
  readonly before: WarningDays | undefined;
}

export type Reporter = ReturnType<typeof createReporter>;

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
  const reportNow = async (warning: WarningGiven | undefined): Promise<void> => {
    const state = await now();
    // Of a store that was never reached nothing is known: that it holds no token would be no news, but an error.
    if (!told && !held.isKnown) return;
    // Others tell of the warnings that they give.
    const before = told && { ...told, warned: warning ? warning.before : state.warned };
    told = state;
    if (before === undefined || isSame(state, before)) return;
    // Whoever listens may fail, at once or later, without costing anybody a token.
    void (async () => onChange?.(state, before))().catch(() => {});
  };
  /** To be called once after each read or write that may have brought something new. */
  const report = async (warning?: WarningGiven): Promise<void> => {
    if (!onChange) return;
    // One after the other, or an older state could be told after a newer one.
    last = last.then(() => reportNow(warning));
    await last;
  };
  return {
    now,
    report,
    isListening: onChange !== undefined,
    /** To be called before the first thing that may change something, so that this is told as a change. */
    async begin(): Promise<void> {
      if (!onChange || told) return;
      await currentRecord(context).catch(() => {});
      await report();
    },
  };
}

/** The days that are left pass by themselves: they are no change until a warning is due. */
function isSame(one: KeptState, other: KeptState): boolean {
  const text = (state: KeptState) => JSON.stringify({ ...state, daysLeft: undefined });
  return text(one) === text(other);
}
