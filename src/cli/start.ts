import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startEmulator } from '../emulator/node.ts';
import { startOnFreePort } from './free-port.ts';
import { openBrowser } from './open-browser.ts';
import { startPageServer } from './page-server.ts';
import { readStartOptions, startHelp, type StartOptions } from './start-options.ts';
import { startWords } from './start-words.ts';

const folder = fileURLToPath(new URL('../page/', import.meta.url));

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
  if (!existsSync(folder)) throw new Error('The page is not built yet. Build it first: npm run build');
  const emulator = await startOnFreePort(options.emulatorPort, (port) => startEmulator({ port }));
  const emulatorUrl = new URL(emulator.url);
  const served = { origin: emulatorUrl.origin, clientId: emulator.practiceClientId };
  const page = await startOnFreePort(options.port, (port) => startPageServer({ folder, port, emulator: served }));
  endOnSignal(async () => {
    await Promise.all([page.close(), emulator.close()]);
  });
  const opens = options.open && !process.env['CI'];
  const words = startWords(
    {
      pageUrl: page.url,
      emulatorUrl: emulatorUrl.href,
      taken: {
        ...(isPort(page.url, options.port) ? {} : { page: options.port }),
        ...(isPort(emulator.url, options.emulatorPort) ? {} : { emulator: options.emulatorPort }),
      },
      opens,
    },
    process.stdout.isTTY === true && !process.env['NO_COLOR'],
  );
  process.stdout.write(words);
  if (opens) openBrowser(page.url);
}

function isPort(url: string, port: number): boolean {
  return port === 0 || (new URL(url).port || '80') === String(port);
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
