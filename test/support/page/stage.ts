import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core';
import { startPageServer } from '../../../src/cli/commands/page/page-server.ts';
import { startEmulator } from '../../../src/emulator/node.ts';
import { emulateSpotify } from '../../../scripts/emulated-spotify.mjs';
import { launchBrowser } from './browser.ts';
import { builtPage } from './static-server.ts';

/** The built page as `refrain page` serves it, an emulator that answers instead of Spotify, and a browser. */
export interface Stage {
  readonly pageUrl: string;
  readonly emulator: Awaited<ReturnType<typeof startEmulator>>;
  readonly browser: Browser;
  visit(options?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
}

/** A browser window, with everything that it requested and reported. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly requests: Request[];
  /** Everything on the console, uncaught exceptions and reports of the Content Security Policy. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** @param folder the built page to serve */
export async function openStage(folder = builtPage): Promise<Stage> {
  const emulator = await startEmulator({ port: 0 });
  const served = await startPageServer({ folder, port: 0 });
  const browser = await launchBrowser();
  return {
    pageUrl: served.url,
    emulator,
    browser,
    visit: async (options) => {
      const visit = await openVisit(browser, options);
      await emulateSpotify(visit.context, emulator.url);
      return visit;
    },
    close: async () => {
      await browser.close();
      await Promise.all([served.close(), emulator.close()]);
    },
  };
}

/** Opens a window that shares nothing with any other. */
export async function openVisit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  const requests: Request[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requests.push(request));
  context.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => complaints.push(`exception: ${error.error().message}`));
  await context.exposeBinding('reportViolation', (_, words: string) => complaints.push(words));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportViolation(words: string): void }).reportViolation;
      report(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return { context, page, requests, complaints, close: () => context.close() };
}
