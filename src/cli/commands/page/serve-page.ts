import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startEmulator } from '../../../emulator/node.ts';
import { startOnFreePort } from './free-port.ts';
import { startPageServer } from './page-server.ts';
import type { Started } from './start-text.ts';

/** The page and the emulator that it offers for practice, both served. */
export interface ServedPage {
  readonly started: Omit<Started, 'opens'>;
  /** Ends both at once. */
  close(): Promise<void>;
}

/**
 * Serves the built page with the emulator beside it, on this machine alone; a taken port gets the next that is free.
 * @param options `folder`: `dist/page/`; ports: 0 for any that is free
 * @throws {Error} where nothing is built, or a port may not be used (`EACCES`)
 */
export async function servePage(options: {
  readonly folder: URL;
  readonly port: number;
  readonly emulatorPort: number;
}): Promise<ServedPage> {
  const folder = fileURLToPath(options.folder);
  if (!existsSync(folder)) throw new Error('The page is not built yet. Build it first: npm run build');
  const emulator = await startOnFreePort(options.emulatorPort, (port) => startEmulator({ port }));
  const emulatorUrl = new URL(emulator.url);
  const served = { origin: emulatorUrl.origin, clientId: emulator.practiceClientId };
  const page = await startOnFreePort(options.port, (port) => startPageServer({ folder, port, emulator: served }));
  return {
    started: {
      pageUrl: page.url,
      emulatorUrl: emulatorUrl.href,
      taken: {
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
