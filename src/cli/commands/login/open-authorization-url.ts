import type { CommandContext } from '../../context/context.ts';
import { describeRemote } from '../../terminal/programs/remote.ts';
import { wrapFor } from '../../terminal/text.ts';
import type { CallbackRoute } from './callback/callback-route.ts';

/** What the user needs to know for one sign-in. */
interface Directions {
  readonly opensBrowser: boolean;
  readonly readsPastes: boolean;
  readonly route: CallbackRoute;
  /** The redirect URI that was sent. */
  readonly redirectUri: string;
}

/**
 * Says which redirect URI to register, and opens the browser or prints the address to open.
 * @param isWaiting whether the callback is still awaited when the browser turns out not to open
 */
export async function openAuthorizationUrl(
  url: URL,
  directions: Directions,
  context: CommandContext,
  isWaiting: () => boolean,
): Promise<void> {
  const { stderr } = context;
  const write = (text: string) => stderr.write(wrapFor(context)(text));
  const remote = describeRemote(context.childEnvironment);
  const writePasteHint = (end: string) => directions.readsPastes && write(`${pasteHint(directions, remote)}${end}\n`);
  if (context.isTerminal) stderr.write('\n');
  if (remote) writePasteHint('.\n');
  write('Redirect URI (your app’s Settings must list exactly this address):\n\n');
  // Not wrapped, so that it can be copied.
  stderr.write(`${directions.route.registered}\n\n`);
  const onBrowserFailed = () =>
    isWaiting() && write('\nNo browser could be opened. Open the address above yourself.\n');
  const isOpened = directions.opensBrowser && (await context.openBrowser(url.href, onBrowserFailed));
  write(
    isOpened ? 'Opening your browser. If nothing opens, open this address:\n' : 'Open this address in a browser:\n',
  );
  stderr.write(`\n${url.href}\n\n`);
  write('Waiting for you to approve. Press Ctrl-C to cancel.\n');
  if (remote) return;
  stderr.write(directions.readsPastes ? '\n' : '');
  writePasteHint(':');
}

/** What to do if the browser cannot deliver the callback. */
function pasteHint({ route, redirectUri }: Directions, remote: string | undefined): string {
  if (!route.listensAt) {
    return `After you approve, Spotify sends your browser to ${redirectUri}. Copy the whole address of that page and paste it here`;
  }
  const who = remote
    ? `This runs ${remote}, so your browser is probably on another machine.`
    : 'Is the browser on another machine?';
  return `${who} After you approve, it shows a page that fails to load. Copy the address of that page (it starts with ${redirectUri}) and paste it here`;
}

/** How long to wait before the reminder, milliseconds: most people have approved by then. */
const reminderDelay = 15_000;

/**
 * After a while, says what to do if Spotify shows an error, in three lines. The usual cause is a redirect URI that is not
 * registered, and Spotify does not redirect then.
 * @param request what was asked for
 * @param ended aborts when the callback is here, or the sign-in has ended
 */
export async function remindOfRedirectUri(
  { route, clientId }: { readonly route: CallbackRoute; readonly clientId: string },
  context: Pick<CommandContext, 'clock' | 'stderr' | 'stderrIsTerminal'>,
  ended: AbortSignal,
): Promise<void> {
  const { clock, stderr } = context;
  await clock.wait(reminderDelay, { signal: ended, background: true });
  if (ended.aborted) return;
  const write = (text: string) => stderr.write(wrapFor(context)(text));
  write(`\nSpotify shows an error? Add this address to the app with client ID ${clientId.slice(0, 8)}…:\n`);
  stderr.write(`${route.registered}\n`);
  write('Press Save, then reload that tab: this login still waits.\n');
}
