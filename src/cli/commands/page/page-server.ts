import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { closeAtOnce, listenOn } from '../../loopback/listen-on.ts';
import { noticeServiceWorker } from '../../loopback/service-worker.ts';
import { readPageFiles } from './page-files.ts';
import { createPageHandler } from './page-handler.ts';
import { createServedDocument } from './served-document.ts';

/** A server for the page. */
export interface PageServer {
  /** With a trailing slash: `http://127.0.0.1:8888/`. */
  readonly url: string;
  /** Stops at once and closes open connections. */
  close(): Promise<void>;
}

/**
 * Serves the built page on this machine only.
 * @param options `folder`: `dist/page`; `port`: 0 for any free port; `tell`: gets a text for the terminal
 * @throws {Error} with `code` `EADDRINUSE` if the port is in use, `EACCES` if it is not allowed, `ENOENT` if the page is
 *   not built
 */
export async function startPageServer(options: {
  readonly folder: string;
  readonly port: number;
  readonly tell?: (text: string) => void;
}): Promise<PageServer> {
  const files = readPageFiles(options.folder, createServedDocument);
  const notice = noticeServiceWorker(options.tell ?? (() => {}));
  const handle = createPageHandler(files, ({ headers, url }) =>
    notice(headers.get('Service-Worker'), new URL(url).origin),
  );
  const server = createAdaptorServer({ fetch: handle }) as Server;
  const port = await listenOn(server, '127.0.0.1', options.port);
  return { url: `http://127.0.0.1:${port}/`, close: () => closeAtOnce(server) };
}
