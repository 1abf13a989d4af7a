import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ErrorCode } from '../../../../errors/error-table.ts';
import type { CommandContext } from '../../../context/context.ts';
import { closeAtOnce, listenOn } from '../../../loopback/listen-on.ts';
import { explainPortProblem } from '../../../loopback/port-problem.ts';
import { noticeServiceWorker } from '../../../loopback/service-worker.ts';
import { anyPortRedirectUri, type ListeningAddress } from './callback-route.ts';
import { readCallbackRequest, resultPath, usedPath } from './callback-request.ts';
import { renderTab, tabHeaders, unusedTab, waitingTab, type TabText } from './tab-page.ts';

/** Why a callback was not used, or a promise of what its tab says once the sign-in has ended. */
type CallbackVerdict = ErrorCode | Promise<TabText>;

/** Judges the parameters of a callback. */
export type CallbackJudge = (parameters: URLSearchParams) => CallbackVerdict;

/** The loopback server of one sign-in. */
export interface CallbackServer {
  readonly port: number;
  /** Takes the judge of the sign-in. Before that, a callback belongs to another one. */
  judgeWith(judge: CallbackJudge): void;
  /** Resolves when every tab with the callback has shown the result, or was closed. */
  tabsAreShown(): Promise<void>;
  /** Closes at once, with all open connections. */
  close(): Promise<void>;
}

/**
 * Listens on this machine for the callback.
 * The tab with the callback waits until the sign-in has ended. It is then redirected to an address without the code, so
 * that the code does not stay in the browser’s history.
 * @param outside `tell` gets a text for the terminal
 * @throws RefrainError `port_taken`, `port_not_permitted`
 */
export async function startCallbackServer(
  { host, port, path }: ListeningAddress,
  { fetch, clock, tell }: Pick<CommandContext, 'fetch' | 'clock'> & { readonly tell: (text: string) => void },
): Promise<CallbackServer> {
  let judge: CallbackJudge = () => 'state_mismatch';
  const notice = noticeServiceWorker(tell);
  let result: TabText | undefined;
  /** One entry for each tab that waits for the result. */
  const waitingTabs = new Set<object>();
  let onAllShown = () => {};

  const server = createServer((request, response) => {
    const purpose = ['sec-purpose', 'purpose', 'x-moz'].map((name) => readHeader(request, name)).find(Boolean);
    const { method = '', url: target = '' } = request;
    const requested = readCallbackRequest({ method, target, host: request.headers.host, purpose }, path);
    notice(readHeader(request, 'service-worker'), `http://${host}:${(server.address() as AddressInfo).port}`);
    switch (requested.kind) {
      case 'refused':
        return sendText(response, requested.status, requested.text);
      case 'waiting':
        return sendTab(response, request, result ?? waitingTab);
      case 'result':
        sendTab(response, request, result ?? waitingTab);
        // Any page can ask before there is a result. Then the tabs still wait for theirs.
        if (result === undefined) return undefined;
        response.once('finish', () => {
          waitingTabs.clear();
          onAllShown();
        });
        return undefined;
      case 'used':
        return sendTab(response, request, unusedTab('callback_replayed'), 400);
      case 'callback':
        return void answerCallback(response, request, judge(requested.parameters));
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

  const takenPort = await listenOn(server, host, port).catch(async (error: unknown) => {
    throw await explainPortProblem(error, { origin: `http://${host}:${port}`, cure: otherAddress, fetch, clock });
  });
  return {
    port: takenPort,
    judgeWith: (next) => {
      judge = next;
    },
    tabsAreShown: () =>
      new Promise((resolve) => {
        onAllShown = resolve;
        if (waitingTabs.size === 0) resolve();
      }),
    close: () => closeAtOnce(server),
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

const otherAddress =
  `Stop it, or use another redirect URI, and add that one to your app’s Settings: \`--port N\` ` +
  `(http://127.0.0.1:N/callback), or \`--redirect-uri ${anyPortRedirectUri}\` (matches any port).`;
