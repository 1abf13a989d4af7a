import type { CommandContext } from '../../context/context.ts';
import { wrapFor } from '../../terminal/text.ts';

const pasteHint =
  'Is the browser on another machine? After you approve, the browser shows a page that fails to load. ' +
  'Copy its address (it starts with http://127.0.0.1) and paste it here:\n';

/**
 * Opens the browser, or prints the address to open.
 * @param isWaiting whether the callback is still awaited when the browser turns out not to open
 */
export async function openAuthorizationUrl(
  url: URL,
  { opensBrowser, readsPastes }: { readonly opensBrowser: boolean; readonly readsPastes: boolean },
  context: CommandContext,
  isWaiting: () => boolean,
): Promise<void> {
  const { stderr } = context;
  const write = (text: string) => stderr.write(wrapFor(context)(text));
  const writePasteHint = () => readsPastes && write(`\n${pasteHint}`);
  const onBrowserFailed = () => {
    if (!isWaiting()) return;
    write('\nNo browser could be opened. Open the address above yourself.\n');
    writePasteHint();
  };
  if (context.isTerminal) stderr.write('\n');
  const isOpened = opensBrowser && (await context.openBrowser(url.href, onBrowserFailed));
  write(
    isOpened ? 'Opening your browser. If nothing opens, open this address:\n' : 'Open this address in a browser:\n',
  );
  // Not wrapped, so that it can be copied.
  stderr.write(`\n${url.href}\n\n`);
  write('Waiting for you to approve. Press Ctrl-C to cancel.\n');
  if (!isOpened) writePasteHint();
}
