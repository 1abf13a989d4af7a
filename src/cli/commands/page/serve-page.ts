import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startEmulator } from '../../../emulator/node.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { startOnFreePort } from './free-port.ts';
import { startPageServer } from './page-server.ts';
import { callbackPath } from './served-document.ts';
import type { PageAddresses } from './started-text.ts';

/** The page and its emulator, both running. */
export interface ServedPage {
  readonly addresses: PageAddresses;
  /** Stops both at once. */
  close(): Promise<void>;
}

/**
 * Serves the built page together with an emulator, on this machine only. If a port is in use, the next free one is used.
 * @param options `folder`: `dist/page/`; ports: 0 for any free port; `tell`: gets a text for the terminal
 * @throws RefrainError `unexpected` if the page is not built, `port_not_permitted`
 */
export async function servePage(options: {
  readonly folder: URL;
  readonly port: number;
  readonly emulatorPort: number;
  readonly tell: (text: string) => void;
}): Promise<ServedPage> {
  const folder = fileURLToPath(options.folder);
  if (!existsSync(folder)) {
    throw new RefrainError('unexpected', { detail: 'The page is not built.', cure: 'Run `npm run build`.' });
  }
  // The page first: its port is part of the redirect URI, so nothing else may take the next free one.
  const page = await startOnFreePort(options.port, (port) => startPageServer({ folder, port, tell: options.tell }));
  const emulator = await startOnFreePort(options.emulatorPort, (port) => startEmulator({ port }));
  const emulatorUrl = new URL(emulator.url);
  return {
    addresses: {
      pageUrl: page.url,
      redirectUri: new URL(callbackPath, page.url).href,
      emulatorUrl: emulatorUrl.href,
      portsInUse: {
        ...(isPort(page.url, options.port) ? {} : { page: options.port }),
        ...(isPort(emulator.url, options.emulatorPort) ? {} : { emulator: options.emulatorPort }),
      },
    },
    close: async () => {
      await Promise.all([page.close(), emulator.close()]);
    },
  };
}

function isPort(url: string, port: number): boolean {
  return port === 0 || (new URL(url).port || '80') === String(port);
}
