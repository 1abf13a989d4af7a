import { RefrainError } from '../../../errors/refrain-error.ts';
import type { TokenKeeper } from '../../../keeper/token-keeper.ts';
import { quoteShell } from '../../../text/quote.ts';
import type { CommandContext } from '../../context/context.ts';
import { notePushedTo, pushedToFrom, type PushedTo } from '../../profile/pushed-to.ts';
import { toVariables } from '../../profile/variables.ts';
import { errorDocument, formatError, toRefrainError } from '../../terminal/errors.ts';
import { pushToGithub } from './github.ts';
import { hostCommands, namesIn } from './host-commands.ts';
import { parseTarget } from './push-target.ts';

/** What happened to one copy of the token. */
export interface PushedAgain {
  readonly kind: PushedTo['kind'];
  readonly place: string;
  /** False if the user has to run `commands`, or if it failed. */
  readonly pushed: boolean;
  readonly commands?: readonly string[];
  readonly error?: { readonly code: string; readonly message: string; readonly cure: string };
}

/**
 * Pushes a new token to every place that had the old one: GitHub by `gh`, other hosts by commands for the user to run. A
 * failure is reported and does not stop the others, because the token itself is saved.
 * @param keeper has the new token and the places
 * @returns the result for each place, and messages for standard error, empty without places
 */
export async function pushAgain(
  keeper: TokenKeeper,
  context: CommandContext,
): Promise<{ readonly places: readonly PushedAgain[]; readonly messages: string }> {
  const { notes } = await keeper.state();
  const places: PushedAgain[] = [];
  let messages = '';
  for (const target of pushedToFrom(notes)) {
    const result = await updateCopy(target, keeper, context);
    places.push(result.place);
    messages += result.message;
  }
  return { places, messages };
}

async function updateCopy(
  { kind, place }: PushedTo,
  keeper: TokenKeeper,
  context: CommandContext,
): Promise<{ readonly place: PushedAgain; readonly message: string }> {
  const { endpoints, clock, platform, refrain } = context;
  const secrets = await keeper.secrets();
  if (!secrets) throw new RefrainError('not_logged_in');
  const variables = toVariables(secrets, endpoints);
  const target = parseTarget(place);
  if (kind !== 'github') {
    const { environment, location } = target;
    const host = hostCommands(kind, { refrain, names: namesIn(variables), environment, platform });
    const commands = [`cd ${quoteShell(location)}`, ...host.commands];
    const lines = commands.map((command) => `  ${command}\n`).join('');
    return {
      place: { kind, place, pushed: false, commands },
      message: `${kind} still has the old token. To replace it, run:\n${lines}`,
    };
  }
  try {
    await pushToGithub(variables, target, context);
    await notePushedTo(keeper, { kind, place, at: clock.now() });
    return { place: { kind, place, pushed: true }, message: `Updated the copy at GitHub: ${place}\n` };
  } catch (thrown) {
    if (context.signal.aborted) throw thrown;
    const error = toRefrainError(thrown);
    return {
      place: { kind, place, pushed: false, error: errorDocument(error, context).error },
      message: `GitHub (${place}) still has the old token.\n${formatError(error, { ...context, now: clock.now() })}`,
    };
  }
}
