import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { readCallbackRequest, resultPath, usedPath } from './callback-request.ts';
import { endedTab, renderTab, tabHeaders, unusedTab, waitingTab, type TabText } from './tab-page.ts';

/** Why a callback was not used, or a promise of what its tab says once the sign-in has ended. */
export type CallbackVerdict = 'state_missing' | 'state_mismatch' | 'callback_replayed' | Promise<TabText>;

/** The loopback server of one sign-in. */
export interface CallbackServer {
  /** `http://127.0.0.1:PORT/`. */
  readonly redirectUri: string;
  /** Resolves when every tab with the callback has shown the result, or was closed. */
  tabsAreShown(): Promise<void>;
  /** Closes at once, with all open connections. */
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1 for the callback.
 * The tab with the callback waits until the sign-in has ended. It is then redirected to an address without the code, so
 * that the code does not stay in the browser’s history.
 * @param port 0 for any free port
 * @throws RefrainError `port_taken`
 */
export async function startCallbackServer(
  port: number,
  judgeCallback: (parameters: URLSearchParams) => CallbackVerdict,
): Promise<CallbackServer> {
  let result: TabText | undefined;
  /** One entry for each tab that waits for the result. */
  const waitingTabs = new Set<object>();
  let onAllShown = () => {};

  const server = createServer((request, response) => {
    const reading = readCallbackRequest({
      method: request.method ?? '',
      target: request.url ?? '',
      host: request.headers.host,
      purpose: readHeader(request, 'sec-purpose') ?? readHeader(request, 'purpose') ?? readHeader(request, 'x-moz'),
    });
    switch (reading.kind) {
      case 'refused':
        return sendText(response, reading.status, reading.text);
      case 'waiting':
        return sendTab(response, request, result ?? waitingTab);
      case 'result':
        sendTab(response, request, result ?? endedTab);
        response.once('finish', () => {
          waitingTabs.clear();
          onAllShown();
        });
        return undefined;
      case 'used':
        return sendTab(response, request, unusedTab('callback_replayed'), 400);
      case 'callback':
        return void answerCallback(response, request, judgeCallback(reading.parameters));
    }
  });

  async function answerCallback(
    response: ServerResponse,
    request: IncomingMessage,
    verdict: CallbackVerdict,
  ): Promise<void> {
    if (verdict === 'callback_replayed') return redirect(response, usedPath);
    if (typeof verdict === 'string') return sendTab(response, request, unusedTab(verdict), 400);
    const tab = {};
    waitingTabs.add(tab);
    response.once('close', () => {
      // The tab was closed before the sign-in ended.
      if (!response.writableFinished) waitingTabs.delete(tab);
      if (waitingTabs.size === 0) onAllShown();
    });
    result = await verdict;
    return redirect(response, resultPath);
  }

  await listen(server, port);
  return {
    redirectUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    tabsAreShown: () =>
      new Promise((resolve) => {
        onAllShown = resolve;
        if (waitingTabs.size === 0) resolve();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sendTab(response: ServerResponse, request: IncomingMessage, text: TabText, status = 200): void {
  const body = renderTab(text);
  response.writeHead(status, {
    ...tabHeaders,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function redirect(response: ServerResponse, path: string): void {
  response.writeHead(303, { ...tabHeaders, Location: path }).end();
}

function sendText(response: ServerResponse, status: number, text: string): void {
  const allow = status === 405 ? { Allow: 'GET, HEAD' } : {};
  response.writeHead(status, { ...tabHeaders, ...allow, 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

function readHeader(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}

const portProblems: Readonly<Record<string, (port: number) => string>> = {
  EADDRINUSE: (port) => `Port ${port} is in use.`,
  EACCES: (port) => `Port ${port} needs administrator rights, as all ports below 1024.`,
};

function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const detail = portProblems[error.code ?? '']?.(port);
      reject(detail === undefined ? error : new RefrainError('port_taken', { detail }));
    });
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
