import { resolve } from 'node:path';
import type { CommandOutcome } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { usageError } from '../../context/usage-error.ts';
import { openKeeper } from '../../profile/open-keeper.ts';
import { forgetPushedTo, pushedToFrom, type PushedTo } from '../../profile/pushed-to.ts';
import { listOf, wrapFor } from '../../terminal/text.ts';
import { hosts } from './hosts.ts';
import { formatTarget, type PushTarget } from './push-target.ts';

/** A place as the user names it. */
interface NamedPlace extends PushTarget {
  /** Undefined: every host that has this place. */
  readonly kind: PushedTo['kind'] | undefined;
}

/**
 * Forgets a copy, so that `renew` no longer updates it. The copy itself stays.
 * @throws RefrainError `wrong_usage` if the profile has no note of such a copy
 */
export async function forgetPlace(named: NamedPlace, context: CommandContext): Promise<CommandOutcome> {
  const { keeper } = await openKeeper(context);
  const { notes } = await keeper.state();
  const known = pushedToFrom(notes);
  const { kind, location, environment } = named;
  const wanted = [location, resolve(location)].map((text) => formatTarget({ location: text, environment }));
  const found = known.filter((copy) => wanted.includes(copy.place) && (kind ?? copy.kind) === copy.kind);
  if (found.length === 0) {
    const list = known.length === 0 ? 'There are no known copies.' : `Known copies: ${listOf(known.map(describe))}.`;
    throw usageError(`\u201c${wanted[0]?.slice(0, 200)}\u201d is not a known copy. ${list}`);
  }
  for (const copy of found) await forgetPushedTo(keeper, copy);
  return {
    data: { forgotten: found.map((copy) => ({ kind: copy.kind, place: copy.place })) },
    messages: wrapFor(context)(
      found.map((copy) => `\`${context.refrain('renew')}\` no longer updates ${describe(copy)}.\n`).join('') +
        `The token there stays: delete it at ${listOf(found.map((copy) => hosts[copy.kind].title))}.\n`,
    ),
  };
}

const describe = ({ kind, place }: PushedTo) => `${kind} ${place}`;
