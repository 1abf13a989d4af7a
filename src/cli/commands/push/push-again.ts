import { RefrainError } from '../../../errors/refrain-error.ts';
import type { TokenKeeper } from '../../../keeper/token-keeper.ts';
import { quoteShell } from '../../../text/quote.ts';
import type { CommandContext } from '../../context/context.ts';
import { notePushedTo, pushedToFrom, type PushedTo } from '../../profile/pushed-to.ts';
import { toVariables } from '../../profile/variables.ts';
import { errorDocument, toRefrainError, whatHappened, type ErrorDocument } from '../../terminal/errors.ts';
import { whileShowing } from '../../terminal/progress.ts';
import { wrapFor } from '../../terminal/text.ts';
import { hosts } from './hosts.ts';
import { parseTarget } from './push-target.ts';
import { pushToHost } from './push-to-host.ts';

/** What happened to one copy of the token. */
export interface PushedAgain {
  readonly kind: PushedTo['kind'];
  readonly place: string;
  readonly pushed: boolean;
  readonly error?: ErrorDocument['error'];
}

/**
 * Pushes a new token to every place that had the old one. A failure is reported and does not stop the others, because
 * the token itself is saved.
 * @param keeper has the new token and the places
 * @returns the result for each place, and one line for each, for standard error; empty without places
 */
export async function pushAgain(
  keeper: TokenKeeper,
  context: CommandContext,
): Promise<{ readonly places: readonly PushedAgain[]; readonly messages: string }> {
  const { notes } = await keeper.state();
  const places: PushedAgain[] = [];
  let messages = '';
  for (const copy of pushedToFrom(notes)) {
    const { kind, place } = copy;
    const { title } = hosts[kind];
    try {
      await updateCopy(copy, keeper, context);
      places.push({ kind, place, pushed: true });
      messages += `Updated the copy at ${title}: ${place}\n`;
    } catch (thrown) {
      if (context.signal.aborted) throw thrown;
      const error = toRefrainError(thrown);
      places.push({ kind, place, pushed: false, error: errorDocument(error, context).error });
      messages += `${title} (${place}) still has the old token: ${whatHappened(error)} ${againText(copy, context)}\n`;
    }
  }
  return { places, messages: wrapFor(context)(messages) };
}

async function updateCopy({ kind, place }: PushedTo, keeper: TokenKeeper, context: CommandContext): Promise<void> {
  const secrets = await keeper.secrets();
  if (!secrets) throw new RefrainError('not_logged_in');
  const { endpoints, clock } = context;
  const work = pushToHost(hosts[kind], parseTarget(place), toVariables(secrets, endpoints), context);
  await whileShowing(context, `Pushing to ${hosts[kind].title}`, work);
  await notePushedTo(keeper, { kind, place, at: clock.now() }, context);
}

/** How to push to a place again. */
function againText({ kind, place }: PushedTo, { refrain }: CommandContext): string {
  const { location, environment } = parseTarget(place);
  const isFolder = hosts[kind].placeIs === 'folder';
  const quote = (text: string) => (/^[\w./-]+$/.test(text) ? text : quoteShell(text));
  const command = [
    `push ${kind}`,
    ...(isFolder ? [] : [`--repo ${quote(location)}`]),
    ...(environment === undefined ? [] : [`--env ${quote(environment)}`]),
  ].join(' ');
  return `To push again${isFolder ? ', in that folder' : ''}: \`${refrain(command)}\``;
}
