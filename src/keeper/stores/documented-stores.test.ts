import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redisStore, type SendCommand } from './redis/redis-store.ts';
import type { TokenStore } from './token-store.ts';
import { hasProgram, needs } from '../../../test/support/command/program.ts';
import { openIovalkey } from '../../../test/support/keeper/redis-clients.ts';
import { redisProgram, startRedis } from '../../../test/support/keeper/redis-server.ts';
import { tokenStoreContract } from '../../../test/support/keeper/token-store-contract.ts';

/** The exports of a program in the document. */
async function documented<Made = TokenStore>(name: string): Promise<(...args: unknown[]) => Made> {
  const text = await readFile(new URL('../../../docs/stores.md', import.meta.url), 'utf8');
  const programs = [...text.matchAll(/^```js\n(.*?)^```$/gms)].map(([, body = '']) => body);
  const program = programs.find((body) => new RegExp(`export (?:const|function) ${name}\\b`).test(body)) ?? '';
  // Cloudflare's own module is not installed. Its class only keeps `ctx`.
  const whole = program.replace(
    /^import \{ DurableObject \}.*$/m,
    'class DurableObject { constructor(ctx) { this.ctx = ctx; } }',
  );
  const module = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(whole)}`);
  objects = module;
  return module[name];
}
let objects: { TokenPlace?: new (ctx: unknown) => TokenStore } = {};

describe('the Deno KV store of the document', () => {
  /** Like Deno KV: one versionstamp for the whole database, which only rises. */
  function newKv() {
    const held = new Map<string, { value: string; versionstamp: string }>();
    let commits = 0;
    const get = async (key: string[]) => held.get(key.join('\0')) ?? { value: null, versionstamp: null };
    const atomic = () => {
      const checks: { key: string[]; versionstamp: string | null }[] = [];
      const sets: [string[], string][] = [];
      const operation = {
        check: (check: (typeof checks)[number]) => (checks.push(check), operation),
        set: (key: string[], value: string) => (sets.push([key, value]), operation),
        async commit() {
          const isCurrent = ({ key, versionstamp }: (typeof checks)[number]) =>
            (held.get(key.join('\0'))?.versionstamp ?? null) === versionstamp;
          if (!checks.every(isCurrent)) return { ok: false };
          const versionstamp = String((commits += 1)).padStart(20, '0');
          for (const [key, value] of sets) held.set(key.join('\0'), { value, versionstamp });
          return { ok: true, versionstamp };
        },
      };
      return operation;
    };
    return { get, atomic };
  }

  it.each(tokenStoreContract)('$name', async ({ run }) => {
    const denoKvStore = await documented('denoKvStore');
    const newPlace = async () => {
      const kv = newKv();
      return { open: () => denoKvStore(kv, ['refrain', 'my-site']) };
    };
    await expect(run(newPlace)).resolves.toBeUndefined();
  });
});

describe('the Durable Object of the document', () => {
  /** Like the storage of a Durable Object: a transaction runs again if another one has changed what it read. */
  function newStorage() {
    const held = new Map<string, unknown>();
    let turn = Promise.resolve<unknown>(undefined);
    const place = {
      get: async (key: string) => structuredClone(held.get(key)),
      put: async (key: string, value: unknown) => void held.set(key, structuredClone(value)),
    };
    const transaction = (work: (at: typeof place) => Promise<unknown>) => (turn = turn.then(() => work(place)));
    return { ...place, transaction };
  }

  it.each(tokenStoreContract)('$name', async ({ run }) => {
    const durableObjectStore = await documented('durableObjectStore');
    const newPlace = async () => {
      const { TokenPlace } = objects;
      const place = TokenPlace && new TokenPlace({ storage: newStorage() });
      return { open: () => durableObjectStore(place) };
    };
    await expect(run(newPlace)).resolves.toBeUndefined();
  });
});

/** A real SQLite: the one in Python. */
const sqlite = `
import json, sqlite3, sys
databases = {}
for line in sys.stdin:
    asked = json.loads(line)
    if asked['database'] not in databases:
        databases[asked['database']] = sqlite3.connect(':memory:', isolation_level=None)
    try:
        cursor = databases[asked['database']].execute(asked['sql'], asked['values'])
        names = [column[0] for column in cursor.description or []]
        rows = [dict(zip(names, row)) for row in cursor.fetchall()]
        answer = {'results': rows, 'meta': {'changes': cursor.rowcount}}
    except Exception as error:
        answer = {'error': str(error)}
    print(json.dumps(answer), flush=True)
`;

describe('the D1 store of the document', () => {
  let python: ChildProcess | undefined;
  const waiting: ((answer: { error?: string }) => void)[] = [];
  let databases = 0;

  beforeAll(() => {
    python = spawn('python3', ['-c', sqlite], { stdio: ['pipe', 'pipe', 'inherit'] }).on('error', () => {});
    if (!python.stdout) return;
    createInterface({ input: python.stdout }).on('line', (line) => waiting.shift()?.(JSON.parse(line)));
  });
  afterAll(() => void python?.kill());

  /** The methods of D1. */
  function newDatabase() {
    const database = (databases += 1);
    const run = (sql: string, values: unknown[]) =>
      new Promise<{ error?: string }>((resolve) => {
        waiting.push(resolve);
        python?.stdin?.write(`${JSON.stringify({ database, sql, values })}\n`);
      }).then((answer) => (answer.error === undefined ? answer : Promise.reject(new Error(answer.error))));
    const prepare = (sql: string) => ({ bind: (...values: unknown[]) => ({ run: () => run(sql, values) }) });
    return { prepare, withSession: () => ({ prepare }) };
  }

  it.for(tokenStoreContract)('$name', async ({ run }, context) => {
    needs(context, 'python3');
    const text = await readFile(new URL('../../../docs/stores.md', import.meta.url), 'utf8');
    const table = /^\/\/ (CREATE TABLE .*)$/m.exec(text)?.[1] ?? '';
    const d1Store = await documented('d1Store');
    const newPlace = async () => {
      const database = newDatabase();
      await database.prepare(table).bind().run();
      return { open: () => d1Store(database, 'my-site') };
    };
    await expect(run(newPlace)).resolves.toBeUndefined();
  });
});

describe('the Redis over HTTP of the document', () => {
  let url = '';
  const closings: (() => unknown)[] = [];

  /** Like Upstash: one command as JSON, answered by its result or error. */
  beforeAll(async () => {
    if (!hasProgram(redisProgram)) return;
    const redis = await startRedis();
    const { client, close } = await openIovalkey(redis.port);
    const send = client as { call(...command: string[]): Promise<unknown> };
    const server = createServer(async (request, response) => {
      const isKnown = request.headers.authorization === 'Bearer key';
      const asked = isKnown
        ? send.call(...((await json(request)) as string[]))
        : Promise.reject(new Error('WRONGPASS'));
      const answer = await asked.then((result) => ({ result })).catch((error: Error) => ({ error: error.message }));
      response.writeHead('error' in answer ? 400 : 200).end(JSON.stringify(answer));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    closings.push(() => server.close(), close, redis.close);
  });
  afterAll(async () => {
    for (const close of closings) await close();
  });

  let keys = 0;
  it.for(tokenStoreContract)('$name', async ({ run }, context) => {
    needs(context, redisProgram);
    const commandOverHttp = await documented<SendCommand>('commandOverHttp');
    const newPlace = async () => {
      const key = `refrain:${(keys += 1)}`;
      return { open: () => redisStore({ client: commandOverHttp(url, 'key'), key }) };
    };
    await expect(run(newPlace)).resolves.toBeUndefined();
  });

  it('reports why it was refused', async (context) => {
    needs(context, redisProgram);
    const commandOverHttp = await documented<SendCommand>('commandOverHttp');
    const store = redisStore({ client: commandOverHttp(url, 'another'), key: 'refrain' });
    await expect(store.read()).rejects.toMatchObject({ code: 'store_failed' });
  });
});
