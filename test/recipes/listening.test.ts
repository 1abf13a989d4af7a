import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createHandler, renewal, type Handler } from '../../src/handler/index.ts';
import { createTokenKeeper, type TokenKeeper, type TokenKeeperOptions, type TokenStore } from '../../src/index.ts';
import { practice } from '../../src/practice/index.ts';
import { clientId, day, keeperBench } from '../support/keeper/keeper-bench.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/listening.md', import.meta.url)), 'utf8');
const programs = [...page.matchAll(/^```js\n(.*?)^```$/gms)].map(([, text = '']) => text);

/** Runs the program of the page that has this word, with these values for the names that it does not define. */
async function runProgram<Result>(word: string, result: string, scope: object): Promise<Result> {
  const [program = '', ...others] = programs.filter((text) => text.includes(word));
  expect([others, program]).toEqual([[], expect.stringContaining(word)]);
  const code = program.replace(/^import .*\n/gm, '').replace('export default', 'const site =');
  const module = `export default ({ ${Object.keys(scope).join(', ')} }) => { { ${code}; return ${result}; } };`;
  const imported = (await import(`data:text/javascript,${encodeURIComponent(module)}`)) as {
    default(values: object): Result;
  };
  return imported.default(scope);
}

it('the page has four programs, and all run here', () => {
  expect(programs).toHaveLength(4);
});

it('the handler answers, and lets a refresh finish after the response', async () => {
  const keeper = await keeperBench().kept();
  type Site = { fetch(request: Request, env: object, context: object): Promise<Response> };
  const site = await runProgram<Site>('env, context', 'site', { createHandler, keeper });
  const response = await site.fetch(new Request('https://site.test/a/recently-played.json'), {}, { waitUntil() {} });
  expect(await response.json()).toMatchObject({ list: 'recently-played', state: 'fresh' });
});

it('practice serves invented lists, and their artwork', async () => {
  type Site = { fetch(request: Request): Promise<Response> };
  const site = await runProgram<Site>('practice({', 'site', { createHandler, practice });
  const get = (address: string) => site.fetch(new Request(address));
  const list = (await (await get('http://127.0.0.1:8787/recently-played.json')).json()) as {
    items: { imageUrl: string }[];
  };
  expect(list).toMatchObject({ state: 'fresh', practice: true });
  const artwork = await get(list.items[0]?.imageUrl ?? '');
  expect([artwork.status, artwork.headers.get('content-type')]).toEqual([200, 'image/png']);
});

it('the renewal answers at /renew', async () => {
  const key = 'a key of at least thirty-two characters';
  const process = { env: { SPOTIFY_CLIENT_ID: clientId, RENEWAL_KEY: key } };
  const store: TokenStore = { read: async () => undefined, replace: async () => true };
  const scope = { createHandler, renewal, keeper: keeperBench(store).keeper(), process };
  const handler = await runProgram<Handler>('renewal({', 'handler', scope);
  const response = await handler(new Request('https://example.com/api/listening/renew'));
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('Renewal key')]);
});

describe('the webhook', () => {
  /** A site with the keeper of the page, and all messages that its webhook gets. */
  async function bench(post: () => Promise<unknown> = async () => new Response()) {
    const { clock, store, kept, fetch: spotifyFetch } = keeperBench();
    await kept();
    const messages: string[] = [];
    const keeper = await runProgram<TokenKeeper>('webhook', 'keeper', {
      createTokenKeeper: (options: TokenKeeperOptions) =>
        createTokenKeeper({ ...options, app: { clientId }, fetch: spotifyFetch, clock }),
      store,
      webhook: 'https://hooks.example/1',
      fetch: (url: string, { method, body }: { method: string; body: string }) => {
        messages.push(`${method} ${url} ${body}`);
        return post();
      },
    });
    const visit = async (after: number) => {
      clock.time += after * day;
      await keeper.accessToken();
    };
    return { visit, messages };
  }

  it('gets a message 14 days before the end', async () => {
    const { visit, messages } = await bench();
    await visit(0);
    await visit(165);
    expect(messages).toEqual([]);
    await visit(1);
    await visit(1);
    expect(messages).toEqual(['POST https://hooks.example/1 Renew in 14 days']);
  });

  it('gets the message later if there was no visitor on the days of the warning', async () => {
    const { visit, messages } = await bench();
    await visit(0);
    await visit(174);
    expect(messages).toEqual(['POST https://hooks.example/1 Renew in 6 days']);
  });

  // A rejection that nobody handles ends a process on Node, and fails this test.
  it('does no harm if it cannot be reached', async () => {
    const { visit, messages } = await bench(() => Promise.reject(new TypeError('fetch failed')));
    await visit(0);
    await visit(167);
    await visit(1);
    expect(messages).toHaveLength(1);
  });
});
