import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { practiceApp } from '../../src/emulator/index.ts';
import { refrainBench, type RefrainBench } from '../support/command/refrain.ts';

let bench: RefrainBench;
beforeEach(async () => {
  bench = await refrainBench();
});
afterEach(() => bench.close());

const scopes = ['user-read-recently-played', 'user-read-currently-playing', 'user-top-read'];
const read = (name: string) => readFileSync(join(bench.work, 'site', name), 'utf8');

describe('refrain snapshot', () => {
  it('writes cards with artwork into a new folder, and nothing else', async () => {
    await bench.login({ scopes });
    const { code, stdout, stderr } = await bench.run(['snapshot', 'site']);
    expect([code, stderr]).toEqual([0, 'Wrote 15 files in site.\n']);
    expect(stdout).toContain(`${join('site', 'top', 'tracks-dark.svg')}\n`);
    // The last dot would end a sentence.
    const here = await bench.run(['snapshot', '.'], { cwd: join(bench.work, 'site') });
    expect(here.stderr).toMatch(/^Nothing has changed in .+[/\\]site: 15 files\.\n$/);
    expect(read('top/tracks.svg')).toContain('href="data:image/png;base64,');
    expect(read('recently-played.html')).toContain(`${bench.emulator.url}/artwork/`);
    expect(readdirSync(join(bench.work, 'site'), { recursive: true })).toHaveLength(17);
    expect(JSON.parse((await bench.run(['snapshot', 'site', '--json'])).stdout)).toMatchObject({
      folder: 'site',
      lists: [
        { list: 'recently-played', state: 'fresh', error: null },
        { list: 'top/tracks', written: [], error: null },
        { list: 'top/artists', written: [], error: null },
      ],
      handedBackTo: null,
    });
  });
});

describe('on a rotating app, in a job', () => {
  let refreshToken: string;
  beforeEach(async () => {
    bench.emulator.controls.set({ rotatesRefreshTokens: true });
    ({ refreshToken = '' } = await bench.consent({ scopes }));
    mkdirSync(join(bench.folder, 'bin'));
    mkdirSync(join(bench.folder, 'handed'));
  });

  const handed = () => join(bench.folder, 'handed', '1.SPOTIFY_REFRESH_TOKEN');

  /** Puts a `gh` first on the path that logs its arguments and saves its standard input. */
  function fakeGh(after = 'exit 0') {
    const path = join(bench.folder, 'bin', 'gh');
    const log = `printf '%s\\n' "$*" >> '${join(bench.folder, 'calls')}'`;
    writeFileSync(path, `#!/bin/sh\n${log}\ncat > '${handed()}'\n${after}\n`);
    chmodSync(path, 0o755);
  }

  const job = (args: readonly string[] = [], env: Record<string, string> = {}) =>
    bench.run(['snapshot', 'site', '--format', 'json', ...args], {
      env: {
        PATH: [join(bench.folder, 'bin'), bench.path].join(delimiter),
        CI: 'true',
        GITHUB_REPOSITORY: 'me/site',
        SPOTIFY_CLIENT_ID: practiceApp.clientId,
        SPOTIFY_REFRESH_TOKEN: refreshToken,
        ...env,
      },
    });

  it('saves the new token as a secret of the repository', async () => {
    fakeGh();
    const { code, stderr } = await job();
    expect([code, stderr]).toEqual([0, expect.stringContaining('Saved the new refresh token as a secret of me/site.')]);
    expect(readFileSync(join(bench.folder, 'calls'), 'utf8')).toBe('secret set SPOTIFY_REFRESH_TOKEN --repo=me/site\n');
    const next = readFileSync(handed(), 'utf8');
    expect(next).not.toBe(refreshToken);
    // The next job, on another machine, has the new one.
    const home = join(bench.folder, 'another home');
    expect(await job([], { REFRAIN_HOME: home, SPOTIFY_REFRESH_TOKEN: next })).toMatchObject({ code: 0 });
  });

  it('names a repository of another GitHub server', async () => {
    fakeGh();
    await job([], { GITHUB_SERVER_URL: 'https://github.example.com' });
    expect(readFileSync(join(bench.folder, 'calls'), 'utf8')).toContain('--repo=github.example.com/me/site\n');
  });

  it('fails with what to do if it cannot be saved, and still writes the files', async () => {
    fakeGh('echo "HTTP 403: Resource not accessible by integration" >&2; exit 1');
    const { code, stdout, stderr } = await job(['--json']);
    expect([code, stderr.replaceAll('\n', ' ')]).toEqual([
      3,
      expect.stringMatching(/lost when this job ends.*HTTP 403/),
    ]);
    expect(stderr).toMatch(/refrain login[^]*refrain push github[^]*GH_TOKEN/);
    expect(JSON.parse(stdout)).toMatchObject({ handedBackTo: null, error: { code: 'program_missing' } });
    expect(existsSync(join(bench.work, 'site', 'recently-played.json'))).toBe(true);
  });

  it('saves it also if no list can be fetched', async () => {
    fakeGh();
    bench.emulator.controls.answerNext({ path: '/v1/*', status: 500, body: {}, times: 100 });
    expect(await job()).toMatchObject({ code: 1, stderr: expect.stringContaining('Saved the new refresh token') });
  });

  it('saves it with --unsaved too, and calls no program if the token is not replaced', async () => {
    fakeGh();
    const broken = join(bench.folder, 'broken home');
    symlinkSync('/nowhere/at/all', broken);
    expect(await job(['--unsaved'], { REFRAIN_HOME: broken })).toMatchObject({ code: 0 });
    expect(existsSync(handed())).toBe(true);
    bench.emulator.controls.set({ rotatesRefreshTokens: false });
    const { refreshToken: other = '' } = await bench.consent({ scopes });
    writeFileSync(join(bench.folder, 'calls'), '');
    const env = { REFRAIN_HOME: join(bench.folder, 'new home'), SPOTIFY_REFRESH_TOKEN: other };
    expect(await job([], env)).toMatchObject({ code: 0 });
    expect(readFileSync(join(bench.folder, 'calls'), 'utf8')).toBe('');
  });
});
