import { openBrowser } from './terminal/browser.ts';
import { servePage } from './commands/page/serve-page.ts';
import { readStartOptions, startHelp, type StartOptions } from './start-options.ts';
import { startWords } from './commands/page/start-text.ts';

const folder = new URL('../page/', import.meta.url);

const read = readStartOptions(process.argv.slice(2));
if (read.kind === 'help') {
  process.stdout.write(startHelp);
} else if (read.kind === 'wrong') {
  process.stderr.write(`${read.why}\nnpm start -- --help lists what there is.\n`);
  process.exitCode = 2;
} else {
  await start(read.options).catch((error: unknown) => {
    process.stderr.write(`${whyNot(error)}\n`);
    process.exit(1);
  });
}

async function start(options: StartOptions): Promise<void> {
  const { started, close } = await servePage({ ...options, folder });
  endOnSignal(close);
  const opens = options.open && !process.env['CI'];
  process.stdout.write(startWords({ ...started, opens }, process.stdout.isTTY === true && !process.env['NO_COLOR']));
  if (opens) void openBrowser(started.pageUrl);
}

/** Ends at once and well, whatever is still open: a browser keeps its connections for minutes. */
function endOnSignal(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(0), 500);
      void close().finally(() => process.exit(0));
    });
  }
}

function whyNot(error: unknown): string {
  const { code, message, port } = error as { code?: string; message: string; port?: number };
  if (code === 'EACCES')
    return `Port ${port ?? ''} may not be used here. Choose one above 1023: npm start -- --help says how.`;
  return message;
}
