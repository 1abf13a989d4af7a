import type { TokenKeeper } from '../../keeper/token-keeper.ts';
import type { CommandContext } from '../context/context.ts';
import { warnIfUnsaved } from './warn-if-unsaved.ts';

const kinds = ['github', 'vercel', 'netlify', 'cloudflare'] as const;

/** Where `push` sent a token. */
export interface PushedTo {
  readonly kind: (typeof kinds)[number];
  /** GitHub: the repository. The other hosts: the folder of the project. Both with `--env NAME` if there is one. */
  readonly place: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

// Each place is one note of the keeper: `pushedTo KIND PLACE`, and as its value the time. So two pushes at once both
// stay. The keeper gives the same notes for the `pushedTo` of an earlier record.

/**
 * Saves a place with the token. Does nothing if no token is kept. If it cannot be saved, the user sees a warning: the
 * copy itself is pushed.
 * @returns whether it was saved
 */
export async function notePushedTo(
  keeper: TokenKeeper,
  { kind, place, at }: PushedTo,
  context: Pick<CommandContext, 'stderr' | 'stderrIsTerminal'>,
): Promise<boolean> {
  const saving = keeper.note(`pushedTo ${kind} ${place}`, String(at));
  return warnIfUnsaved(saving, 'The copy is pushed, but `renew` will not update it', context);
}

/** Removes the note of a place. */
export async function forgetPushedTo(keeper: TokenKeeper, { kind, place }: PushedTo): Promise<void> {
  await keeper.note(`pushedTo ${kind} ${place}`, undefined);
}

/** Reads the places from the keeper's notes, the earliest push first. */
export function pushedToFrom(notes: Readonly<Record<string, string>>): readonly PushedTo[] {
  const places = Object.entries(notes).flatMap(([label, value]) => {
    const [, name, place] = /^pushedTo (\w+) (.+)$/s.exec(label) ?? [];
    const kind = kinds.find((known) => known === name);
    return kind && place !== undefined ? [{ kind, place, at: Number(value) }] : [];
  });
  return places.toSorted((one, other) => one.at - other.at);
}
