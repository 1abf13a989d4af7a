import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { endPath, readCallbackRequest, usedPath } from './callback-request.ts';
import { tabHeaders, tabPage, type TabWords } from './tab-page.ts';
import { notUsedWords, overWords, waitingWords } from './tab-text.ts';

/** What becomes of a callback: not this login's, used already, or taken, and then its end in time. */
export type Taken = 'state_missing' | 'state_mismatch' | 'callback_replayed' | Promise<TabWords>;

/** The loopback server of one login. */
export interface CallbackServer {
  /** Sent to Spotify: `http://127.0.0.1:PORT/`. */
  readonly redirectUri: string;
  /** Resolves once every tab that was promised its end has been shown it. */
  tabsAreShown(): Promise<void>;
  /** Ends at once, open connections included. */
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1 for the browser that comes back from Spotify.
 * A tab that brings the answer is held until the end is known, then sent on to a clean address that tells it, and one
 * that brings it once more goes to another: the code stays in no history.
 * @param port 0 for any that is free
 * @param take judges a callback
 * @throws RefrainError `port_taken`
 */
export async function startCallbackServer(
  port: number,
  take: (parameters: URLSearchParams) => Taken,
): Promise<CallbackServer> {
  let end: TabWords | undefined;
  const owed = new Set<object>();
  let onShown = () => {};

  const server = createServer((request, response) => {
    const reading = readCallbackRequest({
      method: request.method ?? '',
      target: request.url ?? '',
      host: request.headers.host,
      purpose: headerOf(request, 'sec-purpose') ?? headerOf(request, 'purpose') ?? headerOf(request, 'x-moz'),
    });
    switch (reading.kind) {
      case 'refused':
        return plain(response, reading.status, reading.words);
      case 'waiting':
        return show(response, request, end ?? waitingWords);
      case 'end':
        show(response, request, end ?? overWords);
        response.once('finish', () => {
          owed.clear();
          onShown();
        });
        return undefined;
      case 'used':
        return show(response, request, notUsedWords('callback_replayed'), 400);
      case 'callback':
        return void hold(response, request, take(reading.parameters));
    }
  });

  async function hold(response: ServerResponse, request: IncomingMessage, taken: Taken): Promise<void> {
    if (taken === 'callback_replayed') return sendTo(response, usedPath);
    if (typeof taken === 'string') return show(response, request, notUsedWords(taken), 400);
    const debt = {};
    owed.add(debt);
    response.once('close', () => {
      // A tab that was closed before its end was known waits for nothing.
      if (!response.writableFinished) owed.delete(debt);
      if (owed.size === 0) onShown();
    });
    end = await taken;
    return sendTo(response, endPath);
  }

  await listen(server, port);
  return {
    redirectUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    tabsAreShown: () =>
      new Promise((resolve) => {
        onShown = resolve;
        if (owed.size === 0) resolve();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function show(response: ServerResponse, request: IncomingMessage, words: TabWords, status = 200): void {
  const body = tabPage(words);
  response.writeHead(status, {
    ...tabHeaders,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function sendTo(response: ServerResponse, path: string): void {
  response.writeHead(303, { ...tabHeaders, Location: path }).end();
}

function plain(response: ServerResponse, status: number, words: string): void {
  const allow = status === 405 ? { Allow: 'GET, HEAD' } : {};
  response
    .writeHead(status, { ...tabHeaders, ...allow, 'Content-Type': 'text/plain; charset=utf-8' })
    .end(`${words}\n`);
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const { code } = error;
      if (code === 'EADDRINUSE') return reject(new RefrainError('port_taken', { detail: `Port ${port}` }));
      if (code === 'EACCES')
        return reject(
          new RefrainError('port_taken', { detail: `Port ${port} may not be used: choose one above 1023` }),
        );
      return reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
