import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { practiceApp } from '../../src/emulator/index.ts';
import { needs } from '../support/command/program.ts';
import { RecipeFolder } from '../support/snippets/recipe.ts';
import { redisProgram, startRedis } from '../support/keeper/redis-server.ts';
import { refrainBench, type RefrainBench } from '../support/command/refrain.ts';

const program = `import { keeper } from './keeper.js';
import { needsPerson } from './needs-person.js';
import { lastPlayed } from './plain-fetch.js';

try {
  console.log(await lastPlayed(keeper));
} catch (error) {
  console.log(needsPerson(error) ? 'A person is needed.' : error);
  process.exitCode = 3;
}
`;

let folder: RecipeFolder;
let bench: RefrainBench;
beforeEach(async () => {
  bench = await refrainBench();
  folder = new RecipeFolder();
  writeFileSync(join(folder.path, 'main.js'), program);
  bench.search.noteFolder(folder.path);
});
afterEach(() => bench.close().finally(() => folder.remove()));

const main = (variables: Record<string, string | undefined>, file = 'main.js', ...args: string[]) =>
  new Promise<{ code: number | string | null; stdout: string; stderr: string }>((resolve) => {
    execFile(
      process.execPath,
      [file, ...args],
      { cwd: folder.path, env: { PATH: process.env['PATH'], ...variables } },
      (error, stdout, stderr) => {
        bench.search.note(`standard error of ${file}`, stderr);
        resolve({ code: error ? (error.code ?? null) : 0, stdout, stderr });
      },
    );
  });

it('runs a program twice on the file of `refrain env`, with one refresh', async () => {
  await bench.login();
  const variables = parseEnv((await bench.run(['env', '-'])).stdout);
  const [first, second] = [await main(variables), await main(variables)];
  expect([first.code, first.stderr]).toEqual([0, '']);
  expect(first.stdout.trim()).not.toBe('');
  bench.search.note('standard output of main.js', first.stdout);
  // A track may have ended in between.
  expect([second.code, second.stderr, second.stdout.trim() === '']).toEqual([0, '', false]);
  const tokenRequests = bench.emulator.controls.requests.filter(({ path }) => path === '/api/token');
  // The code exchange of the login, and one refresh.
  expect(tokenRequests).toHaveLength(2);
  const kept = readdirSync(join(folder.path, '.spotify-token'), { recursive: true, encoding: 'utf8' });
  const modes = kept.map((name) => statSync(join(folder.path, '.spotify-token', name)).mode & 0o077);
  expect(modes.filter((mode) => mode !== 0)).toEqual([]);
});

it('says when a person is needed', async () => {
  const { refreshToken } = await bench.consent();
  bench.emulator.controls.revoke({ clientId: practiceApp.clientId, listener: 'maya.lindqvist' });
  const { code, stdout } = await main({
    SPOTIFY_CLIENT_ID: practiceApp.clientId,
    SPOTIFY_REFRESH_TOKEN: refreshToken,
    SPOTIFY_ACCOUNTS_URL: bench.emulator.url,
    SPOTIFY_API_URL: bench.emulator.url,
  });
  expect([code, stdout]).toEqual([3, 'A person is needed.\n']);
});

it('can use a profile of the command, which then sees what the program did', async () => {
  await bench.login();
  const before = await bench.run(['token']);
  const keeper = readFileSync(join(folder.path, 'keeper.js'), 'utf8');
  const profile = JSON.stringify(join(bench.home, 'profiles', 'default'));
  writeFileSync(join(folder.path, 'keeper.js'), keeper.replace("'.spotify-token'", profile));
  writeFileSync(
    join(folder.path, 'main.js'),
    `import { keeper } from './keeper.js';
     console.log(await keeper.accessToken({ rejected: process.argv[2] }));`,
  );
  const { stdout } = await main(
    { SPOTIFY_ACCOUNTS_URL: bench.emulator.url, SPOTIFY_API_URL: bench.emulator.url },
    'main.js',
    before.stdout.trim(),
  );
  expect(stdout).toMatch(/^\S+\n$/);
  expect(stdout).not.toBe(before.stdout);
  expect((await bench.run(['token'])).stdout).toBe(stdout);
});

it('runs in a function whose instances share one refresh through Redis', async (context) => {
  needs(context, redisProgram);
  const redis = await startRedis();
  try {
    writeFileSync(
      join(folder.path, 'instance.js'),
      `import { GET } from './function.js';
       const { items } = await (await GET()).json();
       console.log(items[0].track.name);
       process.exit();`,
    );
    await bench.login();
    const variables = {
      ...parseEnv((await bench.run(['env', '-'])).stdout),
      REDIS_URL: `redis://127.0.0.1:${redis.port}`,
    };
    const instances = [await main(variables, 'instance.js'), await main(variables, 'instance.js')];
    expect(instances.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(instances[0]?.stdout.trim()).not.toBe('');
    const tokenRequests = bench.emulator.controls.requests.filter(({ path }) => path === '/api/token');
    // The code exchange of the login, and one refresh.
    expect(tokenRequests).toHaveLength(2);
  } finally {
    await redis.close();
  }
});
