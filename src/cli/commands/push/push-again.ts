import type { TokenKeeper } from '../../../keeper/token-keeper.ts';
import { quoteShell } from '../../../text/quote.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import type { CommandContext } from '../../context/context.ts';
import { notePushedTo, pushedToFrom, type PushedTo } from '../../profile/pushed-to.ts';
import { variablesOf } from '../../profile/variables.ts';
import { toRefrainError, errorDocument, formatError } from '../../terminal/errors.ts';
import { hostCommands, namesIn } from './host-commands.ts';
import { placeFrom } from './place.ts';
import { pushToGithub } from './push-github.ts';

/** What became of one place. */
export interface PushedAgain {
  readonly kind: PushedTo['kind'];
  readonly place: string;
  /** False where a person has to run `commands`, or where it failed. */
  readonly pushed: boolean;
  readonly commands?: readonly string[];
  readonly error?: { readonly code: string; readonly message: string; readonly cure: string };
}

/**
 * Hands a token on to everywhere that the one before it went: GitHub by `gh`, the others by commands for a person to run.
 * One place that fails keeps no other from its token, and is no reason to fail: the token itself is kept.
 * @param keeper holds the new token, and knows the places
 * @returns what became of each place, and words for standard error, empty where there is no place
 */
export async function pushAgain(
  keeper: TokenKeeper,
  context: CommandContext,
): Promise<{ readonly places: readonly PushedAgain[]; readonly words: string }> {
  const { notes } = await keeper.state();
  const places: PushedAgain[] = [];
  let words = '';
  for (const known of pushedToFrom(notes)) {
    const one = await again(known, keeper, context);
    places.push(one.place);
    words += one.words;
  }
  return { places, words };
}

interface One {
  readonly place: PushedAgain;
  readonly words: string;
}

async function again({ kind, place }: PushedTo, keeper: TokenKeeper, context: CommandContext): Promise<One> {
  const { endpoints, clock, colour, platform } = context;
  const secrets = await keeper.secrets();
  if (!secrets) throw new RefrainError('not_logged_in');
  const variables = variablesOf(secrets, endpoints);
  const { where, environment } = placeFrom(place);
  if (kind !== 'github') {
    const { refrain } = context;
    const { commands } = hostCommands(kind, { refrain, names: namesIn(variables), environment, platform });
    const there = [`cd ${quoteShell(where)}`, ...commands];
    const lines = there.map((line) => `  ${line}\n`).join('');
    return {
      place: { kind, place, pushed: false, commands: there },
      words: `The copy at ${kind} is still the old one. To replace it:\n${lines}`,
    };
  }
  try {
    await pushToGithub(variables, { where, environment }, context);
    await notePushedTo(keeper, { kind, place, at: clock.now() });
    return { place: { kind, place, pushed: true }, words: `Pushed to GitHub again: ${place}\n` };
  } catch (thrown) {
    if (context.signal.aborted) throw thrown;
    const error = toRefrainError(thrown);
    return {
      place: { kind, place, pushed: false, error: errorDocument(error, context).error },
      words: `GitHub, ${place}, still has the old token.\n${formatError(error, { ...context, colour, now: clock.now() })}`,
    };
  }
}
