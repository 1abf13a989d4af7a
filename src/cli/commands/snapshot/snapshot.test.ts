import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandBench, type CommandBench } from '../../../../test/support/command/in-process.ts';
import { clientId, day, hour, minute } from '../../../../test/support/keeper/keeper-bench.ts';
import { createTokenKeeper } from '../../../index.ts';
import { fileStore } from '../../../keeper/stores/file/file-store.ts';
import { manifestName } from './manifest.ts';

const all = ['user-read-recently-played', 'user-read-currently-playing', 'user-top-read'];

let bench: CommandBench;
let site: string;
beforeEach(() => {
  bench = commandBench();
  site = join(bench.home, 'a site');
});
afterEach(() => bench.close());

/** The command's own folder is a sibling of the site. */
const home = () => join(bench.home, 'home');

async function login(scopes = all): Promise<void> {
  const store = fileStore({ folder: join(home(), 'profiles', 'default'), root: home() });
  const keeper = createTokenKeeper({ store, app: { clientId }, fetch: bench.fetch, clock: bench.clock });
  await keeper.adopt(await bench.consent('authorization_code_pkce', scopes));
}

const run = (args: readonly string[] = [], env: Record<string, string> = {}) =>
  bench.run(['snapshot', site, ...args], { env: { REFRAIN_HOME: home(), ...env } });

const filesIn = (folder = site) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile() && !name.endsWith(manifestName))
    .map((name) => name.replaceAll('\\', '/'))
    .toSorted();

const read = (name: string) => readFileSync(join(site, name), 'utf8');
const json = (name: string) => JSON.parse(read(name)) as { state: string; items: { name: string; url: string }[] };
const contents = () => Object.fromEntries(filesIn().map((name) => [name, read(name)]));

/** Removes the lists that are cached beside the token. */
const forgetLists = () => rmSync(join(home(), 'profiles', 'default', 'lists'), { recursive: true });

/** Spotify answers nothing but errors. */
const breakSpotify = () => bench.controls.answerNext({ fault: 'service_unavailable', times: 1_000_000 });

const listFiles = (list: string) =>
  ['-dark.svg', '-light.svg', '.html', '.json', '.svg'].map((ending) => list + ending);

describe('refrain snapshot', () => {
  it('writes what the routes answer: every list that the token allows, without now playing', async () => {
    await login();
    const { code, stdout, stderr } = await run();
    expect([code, stderr]).toEqual([0, expect.stringContaining('Wrote 15 files')]);
    const expected = ['recently-played', 'top/artists', 'top/tracks'].flatMap(listFiles).toSorted();
    expect(filesIn()).toEqual(expected);
    expect(stdout.trim().split('\n').toSorted()).toEqual(expected.map((name) => join(site, name)));
    expect(json('top/tracks.json')).toMatchObject({ version: 1, list: 'top/tracks', state: 'fresh', problem: null });
    expect(json('top/tracks.json').items.length).toBeGreaterThan(5);
  });

  it('has dates and no ages, and nothing that plays now', async () => {
    await login();
    await run(['--list', 'recently-played,now-playing']);
    const ages = Object.entries(contents()).filter(([, text]) =>
      /\b\d+ (?:min|minutes?|h|d) ago\b|just now/.test(text),
    );
    expect(ages.map(([name]) => name)).toEqual([]);
    for (const ending of ['.html', '.svg', '-light.svg', '-dark.svg']) {
      expect(read(`recently-played${ending}`)).toContain('24 Nov 2026, 10:00 UTC');
    }
    expect(json('recently-played.json').items).not.toContainEqual(expect.objectContaining({ playedAt: null }));
  });

  it('has the last play also while the same track plays again, and does not ask what plays', async () => {
    await login();
    const list = ['--format', 'json', '--list', 'recently-played'];
    await run(list);
    const [last] = json('recently-played.json').items;
    const { id, ...facts } = { ...last, id: last?.url.split('/').at(-1) };
    bench.controls.answerNext({
      path: '/v1/me/player/currently-playing',
      times: 100,
      body: {
        is_playing: true,
        progress_ms: 1000,
        currently_playing_type: 'track',
        item: { type: 'track', id, name: facts.name, external_urls: { spotify: facts.url }, duration_ms: 200_000 },
      },
    });
    forgetLists();
    bench.controls.forgetRequests();
    await run(list);
    expect(json('recently-played.json').items[0]).toEqual(last);
    expect(bench.controls.requests.map(({ path }) => path)).toEqual(['/v1/me/player/recently-played']);
    forgetLists();
    await run([...list, '--list', 'now-playing']);
    expect(json('recently-played.json').items[0]).toEqual(last);
    // What plays now is cached now, as `refrain serve` caches it.
    await run(list);
    expect(json('recently-played.json').items[0]).toEqual(last);
    expect(json('now-playing.json').items[0]).toMatchObject({ name: facts.name, playedAt: null });
  });

  it('does not say that the saved access token works after it has expired', async () => {
    await login();
    await run();
    bench.clock.time += 2 * hour;
    bench.controls.answerNext({ fault: 'refresh_token_called_revoked', times: 5 });
    const { code, stderr } = await run();
    expect([code, stderr]).toEqual([3, expect.stringContaining('rejected the token early')]);
    expect(stderr).not.toContain('access token works');
  });

  it('writes the lists, formats and options that are named', async () => {
    await login();
    const flags = ['--list', 'top/tracks', '--list', 'top/artists', '--format', 'svg,json', '--limit', '3'];
    expect((await run([...flags, '--time-range', 'short_term', '--width', '320'])).code).toBe(0);
    expect(filesIn()).toEqual(
      ['top/artists', 'top/tracks']
        .flatMap(listFiles)
        .filter((name) => !name.endsWith('.html'))
        .toSorted(),
    );
    expect(json('top/tracks.json').items).toHaveLength(3);
    expect(read('top/tracks.svg')).toContain('width="320"');
    expect(read('top/tracks.svg')).toContain('last 4 weeks');
    expect(read('top/tracks-light.svg')).not.toBe(read('top/tracks-dark.svg'));
    expect(read('top/tracks-light.svg')).not.toContain('prefers-color-scheme');
  });

  it('writes top lists of different periods in one run', async () => {
    await login();
    const lists = 'recently-played,top/tracks:short_term,top/artists';
    const { code, stderr } = await run(['--list', lists, '--format', 'html', '--time-range', 'long_term']);
    expect([code, stderr]).toEqual([0, expect.stringContaining('Wrote 3 files')]);
    expect(read('top/tracks.html')).toContain('last 4 weeks');
    expect(read('top/artists.html')).toContain('last year');
  });

  it('does not write now playing by default, even if it was written before', async () => {
    await login();
    await run(['--list', 'now-playing', '--format', 'json']);
    const { stdout } = await run(['--format', 'json']);
    expect(stdout).not.toContain('now-playing');
  });

  it('writes only the lists whose scope is granted', async () => {
    await login(['user-top-read']);
    expect((await run(['--format', 'json'])).code).toBe(0);
    expect(filesIn()).toEqual(['top/artists.json', 'top/tracks.json']);
  });

  it('works with a token from a variable, whose scopes are not known yet', async () => {
    const { refreshToken = '' } = await bench.consent('authorization_code_pkce', all);
    const env = { SPOTIFY_CLIENT_ID: clientId, SPOTIFY_REFRESH_TOKEN: refreshToken, CI: '1' };
    expect((await run(['--format', 'json'], env)).code).toBe(0);
    expect(filesIn()).toEqual(['recently-played.json', 'top/artists.json', 'top/tracks.json']);
  });

  it.each([
    [['--list', 'top/track'], 'top/tracks'],
    [['--list', ''], 'recently-played'],
    [['--list', 'top/tracks:week'], 'top/tracks:long_term'],
    [['--list', 'recently-played:short_term'], 'recently-played'],
    [['--list', 'top/tracks:short_term', '--list', 'top/tracks'], 'top/tracks has one file'],
    [['--format', 'txt'], 'json, svg, html'],
    [['--limit', '0'], '1 to 50'],
    [['--width', '900'], '320 to 500'],
    [['--time-range', 'week'], 'short_term'],
  ])('refuses %j', async (flags, says) => {
    await login();
    await expect(run(flags)).resolves.toMatchObject({ code: 2, stderr: expect.stringContaining(says) });
  });

  it('refuses a folder that holds the saved tokens', async () => {
    await login();
    for (const folder of [bench.home, home()]) {
      const { code } = await bench.run(['snapshot', folder], { env: { REFRAIN_HOME: home() } });
      expect(code).toBe(2);
    }
    expect(readdirSync(home())).toEqual(['profiles']);
  });

  it.each(['', '/listening'])('sends nothing if DIR is a file, or in one: a site%s', async (below) => {
    await login();
    writeFileSync(site, '');
    bench.controls.forgetRequests();
    const { code, stderr } = await bench.run(['snapshot', site + below], { env: { REFRAIN_HOME: home() } });
    expect([code, bench.controls.requests]).toEqual([2, []]);
    expect(stderr).toContain('is not a folder');
  });
});

it.each([
  ['recently-played.json', 'a folder has this name (EISDIR)', () => mkdirSync(join(site, 'recently-played.json'))],
  ['top/tracks.json', 'not a folder (ENOTDIR)', () => writeFileSync(join(site, 'top'), '')],
])('names the file %s that cannot be written', async (name, reason, prepare) => {
  await login();
  mkdirSync(site);
  prepare();
  const { code, stderr } = await run(['--list', name.replace('.json', ''), '--format', 'json']);
  expect([code, stderr]).toEqual([1, expect.stringContaining(`${join(site, name)} cannot be written: ${reason}.`)]);
});

describe('a second run', () => {
  it('writes no file if only the time has changed', async () => {
    await login();
    await run(['--list', 'top/tracks']);
    const before = contents();
    const manifest = read(manifestName);
    bench.clock.time += 7 * hour;
    const { code, stdout, stderr } = await run(['--list', 'top/tracks']);
    expect([code, stdout, stderr]).toEqual([0, '', expect.stringContaining('Nothing has changed')]);
    expect([contents(), read(manifestName)]).toEqual([before, manifest]);
  });

  it('writes the files of which an option, or the list of items, has changed, and those that are gone', async () => {
    await login();
    await run(['--list', 'top/tracks', '--format', 'svg,json']);
    const options = await run(['--list', 'top/tracks', '--format', 'svg,json', '--width', '400']);
    expect(options.stdout.split('\n').filter((path) => path.endsWith('.json'))).toEqual([]);
    rmSync(join(site, 'top/tracks-dark.svg'));
    expect((await run(['--list', 'top/tracks', '--format', 'svg,json', '--width', '400'])).stdout).toBe(
      `${join(site, 'top/tracks-dark.svg')}\n`,
    );
    await run(['--list', 'recently-played', '--format', 'json']);
    bench.clock.time += 40 * minute;
    const plays = await run(['--list', 'recently-played', '--format', 'json']);
    expect(plays.stdout).toBe(`${join(site, 'recently-played.json')}\n`);
  });
});

describe('on failure', () => {
  const flags = ['--list', 'top/tracks'];

  it('the last good files stay for 30 days, then they say that the list is not available', async () => {
    await login();
    await run(flags);
    const good = contents();
    breakSpotify();
    // Nobody needs a saved access token for that, and the cache of this machine plays no part.
    forgetLists();
    bench.clock.time += 30 * day - minute;
    const early = await run(flags);
    expect([early.code, early.stdout]).toEqual([1, '']);
    expect(early.stderr).toMatch(/The last good files stay: top\/tracks[^]*error: Spotify/);
    expect(contents()).toEqual(good);
    bench.clock.time += 2 * minute;
    const late = await run(flags);
    expect([late.code, late.stdout.split('\n').length]).toEqual([1, 6]);
    expect(late.stderr).toContain('not available');
    expect(json('top/tracks.json')).toMatchObject({ state: 'failing', items: [], fetchedAt: null });
    for (const ending of ['.svg', '-light.svg', '-dark.svg', '.html']) {
      expect(read(`top/tracks${ending}`)).toContain('Not available');
    }
    const expired = contents();
    bench.clock.time += hour;
    expect(await run(flags)).toMatchObject({ code: 1, stdout: '' });
    expect(contents()).toEqual(expired);
    bench.controls.forgetAnswers();
    bench.clock.time += hour;
    expect(await run(flags)).toMatchObject({ code: 0 });
    expect(json('top/tracks.json').items).toEqual((JSON.parse(good['top/tracks.json'] ?? '') as never)['items']);
  });

  it('items that did not change are as old as their last fetch, not as their file', async () => {
    await login();
    await run(flags);
    const good = contents();
    for (let days = 0; days < 40; days += 5) {
      bench.clock.time += 5 * day;
      await run(flags);
    }
    expect(contents()).toEqual(good);
    breakSpotify();
    forgetLists();
    bench.clock.time += day;
    expect((await run(flags)).code).toBe(1);
    expect(contents()).toEqual(good);
  });

  it('ends with 3 if a person is needed, and says it as JSON', async () => {
    await login();
    await run(flags);
    const good = contents();
    bench.controls.revoke({ clientId, listener: 'maya.lindqvist' });
    bench.clock.time += 8 * hour;
    const { code, stderr, data } = await run([...flags, '--json']);
    expect([code, stderr]).toEqual([3, expect.stringContaining('rejected')]);
    expect(data).toMatchObject({
      lists: [{ list: 'top/tracks', written: [], error: { code: 'refresh_token_suspect' } }],
      error: { code: 'refresh_token_suspect' },
    });
    expect(contents()).toEqual(good);
  });

  it('in a job, the cure is a login on another machine, and a copy', async () => {
    const { refreshToken = '' } = await bench.consent('authorization_code_pkce', all);
    bench.controls.revoke({ clientId, listener: 'maya.lindqvist' });
    const env = { SPOTIFY_CLIENT_ID: clientId, SPOTIFY_REFRESH_TOKEN: refreshToken };
    const cure = /`refrain login` on your own machine.*`refrain push github`/;
    expect(await run([], { ...env, CI: '1' })).toMatchObject({ code: 3, stderr: expect.stringMatching(cure) });
    expect(await run([], env)).toMatchObject({ code: 3, stderr: expect.not.stringMatching(cure) });
  });

  it('ends with 3 and writes nothing if nobody is logged in', async () => {
    expect(await run()).toMatchObject({ code: 3, stdout: '' });
    const inJob = await run([], { CI: '1', SPOTIFY_CLIENT_ID: clientId });
    expect(inJob).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/This job has no token.*`refrain push github`/),
    });
    expect(filesIn()).toEqual([]);
  });

  it('ends with 3 if a list that is there has lost its scope, and writes the others', async () => {
    await login();
    await run(['--format', 'json']);
    rmSync(home(), { recursive: true });
    await login(['user-top-read']);
    bench.clock.time += hour;
    const { code, stderr } = await run(['--format', 'json']);
    expect([code, stderr]).toEqual([3, expect.stringContaining('user-read-recently-played')]);
    expect(json('top/tracks.json').state).toBe('fresh');
  });

  it('one list that fails does not harm the others', async () => {
    await login();
    bench.controls.answerNext({ path: '/v1/me/top/artists', status: 500, body: {}, times: 10 });
    const { code, stderr } = await run(['--format', 'json']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('top/artists')]);
    expect(json('top/tracks.json').state).toBe('fresh');
    expect(json('top/artists.json')).toMatchObject({ state: 'failing', items: [] });
  });
});

it('has no secret in its folder', async () => {
  await login();
  await run(['--list', 'recently-played,now-playing,top/tracks,top/artists']);
  const record = await fileStore({ folder: join(home(), 'profiles', 'default'), root: home() }).read();
  const secrets = JSON.stringify(record).match(/[\w-]{40,}/g) ?? [];
  expect(secrets.length).toBeGreaterThan(1);
  const text = [...Object.values(contents()), read(manifestName)].join('\n');
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
});
