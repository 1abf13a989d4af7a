import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly form: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

const json = (status: number, value: unknown): Answer => ({ status, body: JSON.stringify(value, null, 2) });

export const tokenAnswers = {
  ok: json(200, { access_token: 'BQ-access_1', token_type: 'Bearer', expires_in: 3600 }),
  rotated: json(200, {
    access_token: 'BQ-access_1',
    refresh_token: 'AQ-new_1',
    token_type: 'Bearer',
    expires_in: 3600,
  }),
  refused: json(400, { error: 'invalid_grant', error_description: 'Refresh token revoked' }),
  secretWrong: json(400, { error: 'invalid_client', error_description: 'Invalid client secret' }),
  outage: { status: 503, body: '<html>\n<p>upstream "error": none</p>\n</html>' },
  nothing: json(200, {}),
};

const track = { name: 'Teardrop "日本" ünï', artists: [{ name: 'Massive Attack' }, { name: 'רוני' }] };
export const apiAnswers = {
  ok: (path: string): Answer =>
    path.startsWith('/v1/me/player/recently-played')
      ? json(200, { items: [{ played_at: '2026-11-24T10:02:11.123Z', track }] })
      : json(200, path === '/v1/me' ? { id: 'ada', display_name: 'Ada Ökafor' } : track),
  empty: (): Answer => json(200, { items: [], next: null, cursors: null }),
  notRegistered: (): Answer => ({ status: 403, body: 'The user is not registered for this application.' }),
  expired: (): Answer => json(401, { error: { status: 401, message: 'The access token expired' } }),
};

/** The command lines of all processes, as `ps` shows them. Empty if the system does not show them. */
function commandLines(): readonly string[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((id) => {
        try {
          return readFileSync(`/proc/${id}/cmdline`, 'utf8');
        } catch {
          return '';
        }
      });
  } catch {
    return [];
  }
}

async function read(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
  return body;
}

/** A Spotify with given answers. It records each request, and the list of processes during it. */
export async function startWitness() {
  const seen: Seen[] = [];
  const running: string[] = [];
  const witness = { token: tokenAnswers.ok as Answer, api: apiAnswers.ok as (path: string) => Answer };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await read(request);
    const path = request.url ?? '';
    seen.push({
      method: request.method ?? '',
      path,
      authorization: request.headers.authorization,
      form: Object.fromEntries(new URLSearchParams(body)),
    });
    running.push(...commandLines());
    const answered = path === '/api/token' ? witness.token : witness.api(path);
    response.writeHead(answered.status, { 'content-type': 'application/json' }).end(answered.body);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoints: { accountsUrl: origin, apiUrl: origin },
    answers: witness,
    seen,
    running,
    reset() {
      seen.length = 0;
      running.length = 0;
      witness.token = tokenAnswers.ok;
      witness.api = apiAnswers.ok;
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
