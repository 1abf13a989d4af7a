import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it, vi } from 'vitest';
import { createApiDocuments } from '../scripts/api/documents.ts';
import { nowPlayingStates } from '../src/emulator/controls/now-playing.ts';
import { listeners } from '../src/emulator/index.ts';
import { createHandler, type HandlerOptions } from '../src/handler/index.ts';
import { listOptions } from '../src/handler/list-options.ts';
import { answerStates, listNames, views, type AnswerState, type ListName } from '../src/listening/index.ts';
import { practice } from '../src/practice/index.ts';
import { hour, minute, start, TestClock } from './support/keeper/keeper-bench.ts';
import {
  failingAnswer,
  fakeSource,
  playingAnswer,
  recentAnswer,
  silentAnswer,
  topAnswer,
  wireTrack,
} from './support/listening/fake-source.ts';
import { timeLimits } from './support/time-limits.ts';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');
const parse = (path: string) => JSON.parse(read(path)) as Record<string, unknown>;
const { version } = parse('package.json') as { version: string };

it.each(Object.entries(createApiDocuments(version)))(
  '%s is what `node scripts/api-documents.mjs` writes now',
  (path, text) => {
    expect(read(path)).toBe(text);
  },
);

interface Operation {
  readonly parameters?: readonly { readonly $ref?: string }[];
  readonly responses: Readonly<Record<string, { readonly content?: Record<string, object> }>>;
}
const openApi = parse('docs/openapi.json') as {
  paths: Record<string, Record<string, Operation>>;
  components: { parameters: Record<string, { schema: object }> };
};
// `strict` refuses words that JSON Schema does not have. A union of types with null is meant.
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false });
const isAnswer = ajv.compile(parse('docs/listening.schema.json'));
ajv.addSchema({ $id: 'openapi', ...openApi }, undefined, undefined, false);
ajv.addVocabulary(Object.keys(openApi));

/** What a schema says against a value. */
function findFaults(validate: ValidateFunction, value: unknown) {
  validate(value);
  return validate.errors ?? [];
}

/** A site with every list, whose answers the test writes. */
function bench(options: Partial<HandlerOptions> = {}) {
  const clock = new TestClock();
  const source = fakeSource({
    'currently-playing': playingAnswer(wireTrack('Now'), 10_000),
    'recently-played': recentAnswer(['A', 'B', 'C'], start - minute),
    'top/tracks': topAnswer(['A', 'B']),
    'top/artists': topAnswer(['A', 'B'], 'artist'),
  });
  const handler = createHandler({ keeper: source, clock, ...options });
  const works: Promise<unknown>[] = [];
  const platform = { waitUntil: (work: Promise<unknown>) => works.push(work) };
  const view = async (path: string) => handler(new Request(`https://site.test${path}`), platform);
  const failWith = (answer: () => Response | Promise<Response>) => {
    for (const part of source.answers.keys()) source.answers.set(part, answer);
  };
  return {
    clock,
    source,
    view,
    failWith,
    /** Waits for the refreshes that looks have started. */
    settle: () => Promise.all(works),
    /** Waits until a request is sent. The hash of an account takes real time. */
    sent: () => vi.waitUntil(() => source.asked.length > 0, { timeout: timeLimits.wait }),
  };
}

/** How a list comes into each state. */
const ways: Record<AnswerState, (list: ListName) => Promise<Response>> = {
  fresh: async (list) => bench().view(`/${list}.json`),
  async stale(list) {
    const { clock, view, failWith } = bench();
    await view(`/${list}.json`);
    failWith(silentAnswer);
    await clock.pass(list === 'now-playing' ? minute : 7 * hour);
    return view(`/${list}.json`);
  },
  async failing(list) {
    const { clock, view, failWith, settle } = bench();
    await view(`/${list}.json`);
    failWith(failingAnswer(429, 'Slow down', { 'retry-after': '3600' }));
    await clock.pass(7 * hour);
    await view(`/${list}.json`);
    await settle();
    return view(`/${list}.json`);
  },
  async warming(list) {
    const { clock, view, failWith, sent } = bench();
    failWith(silentAnswer);
    const answer = view(`/${list}.json`);
    await sent();
    await clock.pass(3000);
    return answer;
  },
  hidden: async (list) => bench({ hidden: () => true }).view(`/${list}.json`),
  async empty(list) {
    const { source, view } = bench();
    source.answers.set('currently-playing', () => new Response(null, { status: 204 }));
    source.answers.set('recently-played', recentAnswer([], start));
    for (const part of ['top/tracks', 'top/artists']) source.answers.set(part, topAnswer([]));
    return view(`/${list}.json`);
  },
};

describe.each(listNames)('the JSON Schema allows %s', (list) => {
  it.each(answerStates)('while it is %s', async (state) => {
    const answer: unknown = await (await ways[state](list)).json();
    expect(answer).toMatchObject({ list, state });
    expect(findFaults(isAnswer, answer)).toEqual([]);
  });

  it('while it fails and has nothing', async () => {
    const { view, failWith } = bench();
    failWith(failingAnswer(503));
    const answer: unknown = await (await view(`/${list}.json`)).json();
    expect(answer).toMatchObject({ state: 'failing', items: [] });
    expect(findFaults(isAnswer, answer)).toEqual([]);
  });
});

it.each(nowPlayingStates)('the JSON Schema allows practice: %s', async (state) => {
  const source = practice();
  await source.state();
  source.controls.setNowPlaying(listeners[0].id, { state });
  const handler = createHandler({ keeper: source, clock: source.clock });
  for (const list of listNames) {
    const answer: unknown = await (await handler(new Request(`https://site.test/${list}.json?limit=50`))).json();
    expect(answer).toMatchObject({ list, practice: true, state: 'fresh' });
    expect(findFaults(isAnswer, answer)).toEqual([]);
  }
});

it('the JSON Schema refuses what is not an answer', async () => {
  const answer = (await (await bench().view('/now-playing.json')).json()) as { items: object[] };
  const [item] = answer.items;
  const wrong = [
    { ...answer, version: 2 },
    { ...answer, list: 'recently-played' },
    { ...answer, state: 'over' },
    { ...answer, account: 'maya' },
    { ...answer, fetchedAt: '2026-11-24' },
    { ...answer, fetchedAt: undefined },
    { ...answer, problem: { code: 'Not a code', retryAt: null } },
    { ...answer, items: [{ ...item, url: 'https://example.com/' }] },
    { ...answer, items: [{ ...item, imageUrl: undefined }] },
    { ...answer, items: [item, item] },
  ].map((value) => JSON.parse(JSON.stringify(value)) as unknown);
  expect(findFaults(isAnswer, answer)).toEqual([]);
  expect(wrong.filter((value) => isAnswer(value))).toEqual([]);
});

describe('the OpenAPI document', () => {
  const paths = Object.keys(openApi.paths).map((path) => path.replace('{position}', '1'));

  it('has every list in every format, and all that the handler answers', () => {
    const lists = listNames.flatMap((list) => Object.keys(views).map((format) => `/${list}.${format}`));
    const links = listNames.map((list) => (list === 'now-playing' ? `/${list}/open` : `/${list}/1/open`));
    expect(paths.toSorted()).toEqual([...lists, ...links, '/element.js', '/health', '/renew'].toSorted());
  });

  /** The schema for an answer, if the document has this status and media type. */
  function schemaFor(path: string, response: Response): ValidateFunction | undefined {
    const type = response.headers.get('content-type')?.split(';', 1)[0] ?? '';
    const { content } = openApi.paths[path.replace('/1/', '/{position}/')]?.['get']?.responses[response.status] ?? {};
    if (type === '' && response.status === 302) return ajv.compile({});
    const escape = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');
    const pointer = ['paths', path, 'get', 'responses', String(response.status), 'content', type, 'schema'];
    return (
      content?.[type] &&
      ajv.compile({ $ref: `openapi#/${pointer.map((part) => escape(part.replace('/1/', '/{position}/'))).join('/')}` })
    );
  }

  it.each(paths)('describes the answers of %s', async (path) => {
    const { view } = bench();
    for (const query of ['', '?limit=2&theme=dark', '?limit=0']) {
      const response = await view(`${path}${query}`);
      const validate = schemaFor(path, response);
      expect(validate, `${response.status} ${response.headers.get('content-type')}`).toBeDefined();
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
      expect(validate && findFaults(validate, isJson ? JSON.parse(text) : text)).toEqual([]);
    }
  });

  it('describes /health while a list fails', async () => {
    const { view, failWith } = bench();
    failWith(failingAnswer(500));
    await view('/top/artists.json?time_range=short_term');
    const response = await view('/health');
    expect(response.status).toBe(503);
    const validate = schemaFor('/health', response);
    expect(validate && findFaults(validate, await response.json())).toEqual([]);
  });

  it.each(Object.keys(listOptions))('allows the same values of %s as the handler', async (name) => {
    const validate = ajv.compile({ $ref: `openapi#/components/parameters/${name}/schema` });
    const values = [
      '0',
      '1',
      '2',
      '50',
      '51',
      '320',
      '500',
      '501',
      'dark',
      'list',
      'none',
      'short_term',
      '1a1b1e',
      '#FFF',
      'x',
      '',
    ];
    const { view } = bench();
    for (const value of values) {
      const { status } = await view(`/top/tracks.json?${name}=${encodeURIComponent(value)}`);
      // A query has only texts: a number is one that looks like one.
      const isAllowed = validate(value) || (/^\d+$/.test(value) && validate(Number(value)));
      expect([value, status]).toEqual([value, isAllowed ? 200 : 400]);
    }
  });
});
