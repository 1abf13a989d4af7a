import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HostileAnswer, HostileCallback } from './hostile.ts';

/** The code in a correct callback of the hostile server. */
const hostileCode = 'AQ-code-of-the-hostile-server';

/** Characters per value, so that the URL fits: Node's server accepts 16 KB of headers and answers 431 to more. */
const longestValue = 12_000;

/**
 * A hostile accounts service on 127.0.0.1. The client ID chooses the case: a hostile callback from `/authorize`, or a
 * correct callback and then a hostile answer from `/api/token`.
 */
export async function startHostileAccounts(cases: ReadonlyMap<string, HostileCallback | HostileAnswer>) {
  /** The number of token requests of each client ID. */
  const tokenRequests = new Map<string, number>();
  const server = createServer((request, response) => void handle(request, response));

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname === '/authorize') return sendBack(url, response);
    if (url.pathname !== '/api/token') return void response.writeHead(404).end();
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const clientId = new URLSearchParams(body).get('client_id') ?? '';
    tokenRequests.set(clientId, (tokenRequests.get(clientId) ?? 0) + 1);
    const hostile = cases.get(clientId);
    if (hostile?.kind === 'answer') answer(hostile, response);
    else response.writeHead(500).end();
  }

  function sendBack(url: URL, response: ServerResponse): void {
    const hostile = cases.get(url.searchParams.get('client_id') ?? '');
    const state = url.searchParams.get('state') ?? '';
    const parameters =
      hostile?.kind === 'callback'
        ? hostile.parameters(state)
        : [
            ['code', hostileCode],
            ['state', state],
          ];
    const cut = parameters.map(([name, value]) => [String(name), String(value).slice(0, longestValue)]);
    const search = new URLSearchParams(cut);
    response.writeHead(302, { location: `${url.searchParams.get('redirect_uri')}?${search}` }).end();
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    timesAsked: (clientId: string) => tokenRequests.get(clientId) ?? 0,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer({ status = 200, headers = {}, body = '', behaviour }: HostileAnswer, response: ServerResponse): void {
  if (behaviour === 'unreachable') return void response.socket?.destroy();
  if (behaviour === 'stall') return;
  const length = behaviour === 'lying_length' ? { 'content-length': String(body.length) } : {};
  response.writeHead(status, { 'access-control-allow-origin': '*', ...headers, ...length });
  if (!behaviour) return void response.end(body);
  response.write(body.slice(0, Math.max(1, body.length / 2)));
  if (behaviour === 'cut' || behaviour === 'lying_length') setImmediate(() => response.socket?.destroy());
  if (behaviour === 'endless') pour(response);
}

function pour(response: ServerResponse): void {
  const chunk = Buffer.alloc(60_000, 65);
  const write = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', write);
  write();
}
