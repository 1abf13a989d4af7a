import { Readable } from 'node:stream';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CommandContext } from '../src/cli/context/context.ts';
import { takeEnvironment } from '../src/cli/context/environment.ts';
import { loginTarget } from '../src/cli/commands/login/import/import-target.ts';
import { importToken } from '../src/cli/commands/login/import/import-token.ts';
import { readLoginOptions, type LoginOptions } from '../src/cli/commands/login/options.ts';
import { createPrompts } from '../src/cli/commands/login/prompts.ts';
import { createTokenKeeper } from '../src/keeper/create-token-keeper.ts';
import { memoryStore } from '../src/keeper/stores/memory-store.ts';
import { readLink } from '../src/page/address/link.ts';
import { readPasted } from '../src/page/app/check/read-pasted.ts';
import { spotify } from '../src/spotify/endpoints.ts';
import { cleanValue } from '../src/text/values/clean-value.ts';
import { readClientId, readRefreshToken } from '../src/text/values/credentials.ts';

const id = '3f9c0b7e5a2d4c18b6e1f07a9d245c83';
const secret = '0f5e1d2c3b4a59687766554433221100';
const token = `AQ${'x-7_'.repeat(30)}`;
const now = Date.parse('2026-11-28T12:00:00Z');
/** Time stands still: no limit is ever reached. */
const clock = { now: () => now, wait: () => new Promise<never>(() => {}) };

/** Each kind of dirt around (or inside) a value. The last three are texts that name it. */
const dirt: Readonly<Record<string, (value: string) => string>> = {
  'double quotes': (value) => `"${value}"`,
  'single quotes': (value) => `'${value}'`,
  'curly quotes': (value) => `\u201c${value}\u201d`,
  Markdown: (value) => `\`${value}\``,
  blanks: (value) => `  ${value.slice(0, 9)} ${value.slice(9)}\t`,
  'a byte order mark': (value) => `\ufeff${value}`,
  'zero-width characters': (value) => `${value.slice(0, 9)}\u200b\u200d${value.slice(9)}\u2060`,
  'line ends': (value) => `${value.slice(0, 20)}\r\n  ${value.slice(20)}\n`,
  'line ends written out': (value) => `${value}\\r\\n`,
};

const texts = {
  'a .env file': `SPOTIFY_CLIENT_ID="${id}"\nSPOTIFY_CLIENT_SECRET="${secret}"\nSPOTIFY_REFRESH_TOKEN='${token}'\n`,
  'a .env file without line ends': `SPOTIFY_CLIENT_ID=${id}SPOTIFY_CLIENT_SECRET=${secret}SPOTIFY_REFRESH_TOKEN=${token}`,
  'JSON in snake case': JSON.stringify({ client_id: id, client_secret: secret, refresh_token: token }),
  'JSON in camel case': JSON.stringify({ clientId: id, clientSecret: secret, refreshToken: token }, null, 2),
  'an address': `https://example.com/?client_id=${id}&client_secret=${secret}&refresh_token=${token}`,
};

const clack = vi.hoisted(() => ({ typed: '' }));
vi.mock('@clack/prompts', () => {
  const ask = ({ validate }: { validate: (typed: string) => string | undefined }) => {
    const problem = validate(clack.typed);
    if (problem) throw new Error(problem);
    return Promise.resolve(clack.typed);
  };
  return { text: ask, password: ask, isCancel: () => false };
});

let home = '';
beforeAll(async () => void (home = await mkdtemp(join(tmpdir(), 'refrain-entrances-'))));
afterAll(() => rm(home, { recursive: true, force: true }));

/** What a command needs of its context. `sent` gets the forms that are sent to the token endpoint. */
function createContext(overrides: object = {}): { context: CommandContext; sent: URLSearchParams[]; said: string[] } {
  const sent: URLSearchParams[] = [];
  const said: string[] = [];
  const context = {
    home,
    profile: 'default',
    environment: takeEnvironment({}, 'linux'),
    endpoints: spotify,
    clock,
    stdin: Readable.from([]),
    stderr: { write: (line: string) => said.push(line) },
    isTerminal: false,
    stdinIsTerminal: false,
    signal: new AbortController().signal,
    refrain: (args: string) => `refrain ${args}`,
    fetch: recordInto(sent),
    ...overrides,
  };
  return { context: context as unknown as CommandContext, sent, said };
}

const recordInto =
  (sent: URLSearchParams[]): typeof fetch =>
  async (input, init) => {
    sent.push(new URLSearchParams(await new Request(input, init).text()));
    return Response.json({ error: 'invalid_grant' }, { status: 400 });
  };

const flags = { browser: false, port: 0, timeout: 600 };

/** Gives a text to `login --client-id`. */
function readClientIdFlag(clientId: string): Promise<LoginOptions> {
  const route = { registered: 'http://127.0.0.1:8888/callback', listensAt: undefined };
  const startListener = () => Promise.reject(new Error('Nothing is asked, so nothing listens.'));
  return readLoginOptions({ ...flags, clientId }, createContext().context, { route, startListener });
}

/** Gives a text to `login --with-token` on standard input, and returns what is sent to Spotify. */
async function pipe(text: string, clientId?: string) {
  const { context, sent, said } = createContext({ stdin: Readable.from([text]) });
  const given = { ...flags, ...(clientId ? { clientId } : {}) };
  const failure = await importToken(given, context, loginTarget(given, context)).catch((error) => error);
  return { form: sent[0], said: said.join(''), failure };
}

async function askPrompt(typed: string, name: 'clientId' | 'refreshToken') {
  clack.typed = typed;
  const prompts = await createPrompts(createContext().context);
  return name === 'clientId' ? prompts.clientId(undefined) : prompts.refreshToken();
}

type Entrance = (text: string) => string | undefined | Promise<string | undefined>;

const idEntrances: Readonly<Record<string, Entrance>> = {
  'page box': readClientId,
  link: (text) => readLink(new URLSearchParams({ client_id: text }), { scopes: [], defaultScopes: [] }).clientId,
  prompt: (text) => askPrompt(text, 'clientId'),
  flag: async (text) => (await readClientIdFlag(text)).clientId,
  variable: (text) => takeEnvironment({ SPOTIFY_CLIENT_ID: text }, 'linux').clientId,
};

const tokenEntrances: Readonly<Record<string, Entrance>> = {
  'page box': (text) =>
    readPasted(text, { clientId: '', day: '' }, now).hasToken ? readRefreshToken(text) : undefined,
  prompt: async (text) => readRefreshToken(await askPrompt(text, 'refreshToken')),
  variable: (text) => takeEnvironment({ SPOTIFY_REFRESH_TOKEN: text }, 'linux').refreshToken,
  stdin: async (text) => (await pipe(text, id)).form?.get('refresh_token') ?? undefined,
};

/** The token that a keeper with this seed sends. */
async function seedWith(refreshToken: string, authorizedAt?: number) {
  const sent: URLSearchParams[] = [];
  const options = { app: { clientId: `"${id}"` }, fetch: recordInto(sent), clock };
  const keeper = createTokenKeeper({ store: memoryStore(), seed: { refreshToken, authorizedAt }, ...options });
  const { authorizedAt: believed } = await keeper.state();
  await keeper.accessToken().catch(() => undefined);
  return { sent: sent[0]?.get('refresh_token'), clientId: sent[0]?.get('client_id'), authorizedAt: believed };
}

describe.each(Object.entries(idEntrances))('a client ID at the entrance: %s', (_, read) => {
  it.each(Object.entries(dirt))('with %s', async (_kind, soil) => expect(await read(soil(id))).toBe(id));
  it.each([
    ...Object.entries(texts),
    ['the address of the dashboard', `https://developer.spotify.com/dashboard/${id}`],
    ['a labelled line', `Client ID: ${id}`],
  ])('in %s', async (_kind, text) => expect(await read(text)).toBe(id));
});

describe.each(Object.entries(tokenEntrances))('a refresh token at the entrance: %s', (_, read) => {
  it.each(Object.entries(dirt))('with %s', async (_kind, soil) => expect(await read(soil(token))).toBe(token));
  it.each(Object.entries(texts))('in %s', async (_kind, text) => expect(await read(text)).toBe(token));
});

describe('the seed of the library', () => {
  it.each(Object.entries(dirt))('is cleaned of %s', async (_kind, soil) => {
    expect(await seedWith(soil(token))).toMatchObject({ sent: token, clientId: id });
  });
  it.each(Object.entries(texts))('is not picked apart: %s', async (_kind, text) => {
    expect((await seedWith(text)).sent).toBe(cleanValue(text));
  });
  it.each([
    [Date.parse('2026-11-01T10:00:00Z'), Date.parse('2026-11-01T10:00:00Z')],
    [Date.parse('2026-11-01T10:00:00Z') / 1000, Date.parse('2026-11-01T10:00:00Z')],
    [Date.parse('2028-01-02'), undefined],
    [0, undefined],
    [Number.NaN, undefined],
  ])('reads or does not believe the date %d', async (date, believed) => {
    expect((await seedWith(token, date)).authorizedAt).toBe(believed);
  });
});

describe('a text that says more than the token', () => {
  const other = 'a'.repeat(32);
  const text = `SPOTIFY_CLIENT_ID=${id}\nSPOTIFY_REFRESH_TOKEN=${token}\nSPOTIFY_AUTHORIZED_AT=2026-11-01\n`;

  it('fills the client ID of `login --with-token`', async () => {
    expect((await pipe(text)).form?.get('client_id')).toBe(id);
  });
  it('does not replace a client ID that was given, and says so', async () => {
    const { form, said } = await pipe(text, other);
    expect(form?.get('client_id')).toBe(other);
    expect(said).toMatch('names another client ID');
  });
  it('fills the empty fields of the page, and says which differ', () => {
    expect(readPasted(text, { clientId: '', day: '' }, now)).toMatchObject({
      fields: { clientId: id, day: '2026-11-01' },
      note: '',
    });
    const typed = { clientId: other, day: '2026-11-02' };
    const read = readPasted(text, typed, now);
    expect(read.fields).toEqual(typed);
    expect(read.note).toMatch('another client ID or date');
  });
  it('is read from a variable', () => {
    expect(takeEnvironment({ SPOTIFY_REFRESH_TOKEN: text }, 'linux').foundWithToken).toEqual({
      clientId: id,
      authorizedAt: '2026-11-01',
    });
  });
});

describe('a value that is surely something else', () => {
  it.each([
    ['undefined', 'the placeholder \u201cundefined\u201d'],
    [`BQ${'x'.repeat(100)}`, 'an access token'],
    ['http://127.0.0.1:8888/callback?code=AQ&state=s', 'an address'],
    [secret, 'a client ID or a client secret'],
  ])('is named and not sent (case %#)', async (text, look) => {
    const { form, failure } = await pipe(text, id);
    expect(form).toBeUndefined();
    expect(failure).toMatchObject({ code: 'wrong_usage', detail: expect.stringContaining(look) });
    await expect(askPrompt(text, 'refreshToken')).rejects.toThrow(look);
  });
  it.each(['undefined', 'your-client-id', 'SPOTIFY_CLIENT_ID', `SPOTIFY_CLIENT_SECRET=${secret}`])(
    'is refused as a client ID (case %#)',
    async (text) => {
      await expect(readClientIdFlag(text)).rejects.toMatchObject({ code: 'wrong_usage' });
      await expect(askPrompt(text, 'clientId')).rejects.toThrow('not a client ID');
    },
  );
});
