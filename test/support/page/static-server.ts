import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The page that `npm run build` writes. */
export const builtPage = fileURLToPath(new URL('../../../dist/page/', import.meta.url));

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

export interface StaticServer {
  /** The address of the page: its folder, with the final slash. */
  readonly url: string;
  /** Every requested path with its query, oldest first. */
  readonly asked: readonly string[];
  /** Returns true if it has answered the request. Otherwise the file is served. */
  intercept: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  close(): Promise<void>;
}

/** Serves a folder on loopback under a path, as GitHub Pages does: `http://127.0.0.1:PORT/refrain/`. */
export async function serveFolder(folder = builtPage, below = '/refrain/'): Promise<StaticServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const target = request.url ?? '/';
    asked.push(target);
    if (running.intercept?.(request, response)) return;
    const path = decodeURIComponent(new URL(target, 'http://127.0.0.1').pathname);
    const name = path.startsWith(below) ? path.slice(below.length) || 'index.html' : undefined;
    const file = name === undefined ? undefined : normalize(join(folder, name));
    const isThere =
      file?.startsWith(normalize(folder + sep)) === true && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!file || !isThere) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const running: StaticServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${below}`,
    asked,
    intercept: undefined,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return running;
}
