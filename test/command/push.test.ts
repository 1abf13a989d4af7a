import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pushedToFrom } from '../../src/cli/profile/pushed-to.ts';
import { practiceApp } from '../../src/emulator/index.ts';
import { needs } from '../support/command/program.ts';
import { refrainBench, type RefrainBench, type RunOptions } from '../support/command/refrain.ts';

let bench: RefrainBench;
let bin: string;
beforeEach(async () => {
  bench = await refrainBench();
  bin = join(bench.folder, 'bin');
  mkdirSync(bin);
  mkdirSync(inputs());
});
afterEach(() => bench.close());

const callLog = () => join(bench.folder, 'calls');
const inputs = () => join(bench.folder, 'handed');

/**
 * Puts a program first on the path that logs its calls, and copies its standard input to a file `COUNT.VARIABLE`, or a file
 * that an argument names to `COUNT.lines`. Then it runs `after`.
 */
function fake(name: string, after = 'exit 0') {
  const script = [
    '#!/bin/sh',
    'variable=lines',
    'for word; do case "$word" in SPOTIFY_*) variable="$word";; esac; done',
    `count=$(ls '${inputs()}' | wc -l)`,
    'mode=',
    'for word; do if [ -f "$word" ]; then variable=lines; mode=$(ls -l "$word" | cut -c 1-10); fi; done',
    `for word; do if [ -f "$word" ]; then cat "$word" > '${inputs()}/'"$((count)).lines"; fi; done`,
    `if [ -z "$mode" ]; then cat > '${inputs()}/'"$((count)).$variable"; fi`,
    `{ printf '%s\\0' ${name} "$@"; printf '\\1'; pwd; printf '\\1'; printf %s "$mode"; printf '\\1'; env; printf '\\2'; } >> '${callLog()}'`,
    after,
    '',
  ].join('\n');
  writeFileSync(join(bin, name), script);
  chmodSync(join(bin, name), 0o755);
}

interface Call {
  readonly argv: readonly string[];
  readonly folder: string;
  /** What it got on standard input, or the content of the file that an argument names. */
  readonly input: string;
  /** The mode of that file, as `ls -l` shows it. */
  readonly mode: string;
  readonly env: string;
}

const calls = (): readonly Call[] =>
  (existsSync(callLog()) ? readFileSync(callLog(), 'utf8') : '')
    .split('\u0002')
    .slice(0, -1)
    .map((call, count) => {
      const [argv = '', folder = '', mode = '', env = ''] = call.split('\u0001');
      const file = readdirSync(inputs()).find((name) => name.startsWith(`${count}.`)) ?? '';
      const input = readFileSync(join(inputs(), file), 'utf8');
      return { argv: argv.split('\0').slice(0, -1), folder: folder.trim(), input, mode, env };
    });

const path = () => [bin, bench.path].join(delimiter);
const run = (args: readonly string[], options: RunOptions = {}) =>
  bench.run(['push', ...args], { ...options, env: { PATH: path(), ...options.env } });

const viewed = 'case "$1" in repo) echo \'{"nameWithOwner":"me/site","url":"https://github.com/me/site"}\';; esac';

describe('refrain push github', () => {
  it('gives gh each value on standard input, and in no other way', async () => {
    fake('gh');
    const { refreshToken, keeper } = await bench.login();
    const { code, stdout, stderr } = await run(['github', '--repo', 'me/site']);
    expect([code, stdout]).toEqual([0, '']);
    const { authorizedAt = 0 } = await keeper.state();
    const set = calls().filter(({ argv }) => argv[1] === 'secret');
    expect(Object.fromEntries(set.map(({ argv, input }) => [argv[3], input]))).toMatchObject({
      SPOTIFY_CLIENT_ID: practiceApp.clientId,
      SPOTIFY_REFRESH_TOKEN: refreshToken,
      SPOTIFY_AUTHORIZED_AT: new Date(authorizedAt).toISOString(),
    });
    for (const { argv, env } of calls()) {
      expect(argv.slice(0, 3)).toEqual(['gh', 'secret', 'set']);
      expect(argv.slice(4)).toEqual(['--repo=me/site']);
      expect(argv.join(' ') + env).not.toContain(refreshToken);
    }
    expect(stderr).toContain('me/site');
    expect(stderr).not.toContain(refreshToken);
  });

  it('keeps secrets out of the environment of gh, and pushes the client secret only if the token needs it', async () => {
    fake('gh');
    const { refreshToken } = await bench.login({ grant: 'authorization_code' });
    const secret = practiceApp.clientSecret;
    const env = { SPOTIFY_CLIENT_SECRET: secret, SPOTIFY_REFRESH_TOKEN: refreshToken, GH_TOKEN: 'gho_mine' };
    expect(
      (await run(['github', '--repo', 'me/site'], { env: { ...env, SPOTIFY_CLIENT_ID: practiceApp.clientId } })).code,
    ).toBe(0);
    expect(calls().find(({ argv }) => argv[3] === 'SPOTIFY_CLIENT_SECRET')?.input).toBe(secret);
    for (const call of calls()) {
      expect(call.env).not.toContain(secret);
      expect(call.env).not.toContain(refreshToken);
      expect(call.env).toContain('GH_TOKEN=gho_mine');
    }
  });

  it('finds the repository as gh does, and notes it', async () => {
    fake('gh', viewed);
    const { keeper } = await bench.login();
    const { code, stdout } = await run(['github', '--env', 'production', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'github', place: 'me/site --env production' });
    expect(calls().at(-1)?.argv.slice(4)).toEqual(['--repo=me/site', '--env=production']);
    expect(pushedToFrom((await keeper.state()).notes)).toEqual([
      { kind: 'github', place: 'me/site --env production', at: expect.any(Number) },
    ]);
    const status = await bench.run(['status', '--json']);
    expect(JSON.parse(status.stdout).profiles[0].pushedTo[0].place).toBe('me/site --env production');
  });

  it('does not guess between several remotes', async (context) => {
    needs(context, 'git');
    fake('gh', viewed);
    await bench.login();
    const git = (...args: string[]) => execFileSync('git', args, { cwd: bench.work, stdio: 'ignore' });
    git('init');
    git('remote', 'add', 'origin', 'https://github.com/me/fork');
    git('remote', 'add', 'upstream', 'https://github.com/them/site');
    const { code, stderr } = await run(['github']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/origin and upstream.*--repo/s);
    expect(calls()).toEqual([]);
    expect((await run(['github'], { env: { GH_REPO: 'me/site' } })).code).toBe(0);
    expect(calls().at(-1)?.argv.at(-1)).toBe('--repo=me/site');
  });

  it('shows the error of gh without control characters, and notes nothing', async () => {
    fake('gh', `printf '\\033[31mHTTP 403\\033[0m: %s\\n' "$(cat /dev/null)Resource not accessible" >&2; exit 1`);
    const { keeper } = await bench.login();
    const { code, stdout } = await run(['github', '--repo', 'me/site', '--json']);
    expect(code).toBe(1);
    const { error } = JSON.parse(stdout);
    expect(error.code).toBe('program_missing');
    expect(error.message).toMatch(/gh failed: .*HTTP 403.*Resource not accessible/);
    expect(error.message).not.toContain('\u001B');
    expect(pushedToFrom((await keeper.state()).notes)).toEqual([]);
  });

  it('redacts the secret in the error of gh', async () => {
    const { refreshToken } = await bench.login();
    const complain = `echo "bad value $(cat '${inputs()}'/*.SPOTIFY_REFRESH_TOKEN)"`;
    fake('gh', `[ "$3" = SPOTIFY_REFRESH_TOKEN ] && { ${complain} >&2; exit 1; }; exit 0`);
    const { code, stderr } = await run(['github', '--repo', 'me/site']);
    expect(code).toBe(1);
    expect(stderr).toContain('saved SPOTIFY_CLIENT_ID, but not SPOTIFY_REFRESH_TOKEN');
    expect(stderr).toContain('[redacted]');
    expect(stderr).not.toContain(refreshToken);
  });
});

/** What is said about a failure after the first value. */
const oneByOne = /error: saved SPOTIFY_CLIENT_ID, but not SPOTIFY_REFRESH_TOKEN, .*SPOTIFY_AUTHORIZED_AT/;

/** Each host: its command, arguments, what the command prints when all is done, and what is said if it fails. */
const stands = [
  ['github', 'gh', ['--repo', 'me/site'], 'exit 0', oneByOne],
  ['vercel', 'vercel', [], 'exit 0', oneByOne],
  // It gets all values at once.
  [
    'netlify',
    'netlify',
    [],
    'echo "$*"; for word; do if [ -f "$word" ]; then cat "$word"; fi; done',
    /^error: netlify/m,
  ],
  ['cloudflare', 'wrangler', [], 'exit 0', oneByOne],
] as const;

describe.each(stands)('refrain push %s', (kind, program, args, answer, progress) => {
  const push = (more: readonly string[] = [], options: RunOptions = {}) => run([kind, ...args, ...more], options);
  const place = () => (kind === 'github' ? 'me/site' : bench.work);

  it('pushes each value by the command of the host: no secret in an argument, the environment or the output', async () => {
    fake(program, answer);
    const { keeper, refreshToken } = await bench.login({ grant: 'authorization_code' });
    const temporary = join(bench.folder, 'temporary');
    mkdirSync(temporary);
    const { clientId, clientSecret } = practiceApp;
    const { code, stdout, stderr } = await push([], {
      env: {
        SPOTIFY_CLIENT_ID: clientId,
        SPOTIFY_CLIENT_SECRET: clientSecret,
        SPOTIFY_REFRESH_TOKEN: refreshToken,
        TMPDIR: temporary,
        DEBUG: '*',
      },
    });
    expect([code, stdout]).toEqual([0, '']);
    for (const { argv, env, mode } of calls()) {
      for (const secret of [refreshToken, clientSecret]) expect(argv.join(' ') + env).not.toContain(secret);
      expect(env).not.toMatch(/^DEBUG=/m);
      expect(['', '-rw-------']).toContain(mode);
    }
    for (const secret of [refreshToken, clientSecret]) expect(stderr).not.toContain(secret);
    const handed = calls()
      .map(({ input }) => input)
      .join('\n');
    for (const value of [clientId, clientSecret, refreshToken]) expect(handed).toContain(value);
    expect(readdirSync(temporary)).toEqual([]);
    const noted = [{ kind, place: place(), at: expect.any(Number) }];
    expect(pushedToFrom((await keeper.state()).notes)).toEqual(noted);
    const status = await bench.run(['status', '--json']);
    expect(JSON.parse(status.stdout).profiles[0].pushedTo).toEqual(noted);
  });

  it('says what was saved and what was not if the command fails in between, and notes nothing', async () => {
    fake(program, `case "$*" in *CLIENT_ID*) ${answer};; *) echo "no rights" >&2; exit 1;; esac`);
    const { keeper } = await bench.login();
    const { code, stderr } = await push();
    expect(code).toBe(1);
    expect(stderr).toMatch(progress);
    expect(stderr).toContain(`${program} failed: no rights.`);
    expect(pushedToFrom((await keeper.state()).notes)).toEqual([]);
  });

  it('says what to do if the command is not installed', async () => {
    const bare = join(bench.folder, 'bare');
    mkdirSync(bare);
    symlinkSync(process.execPath, join(bare, 'node'));
    const env = { PATH: bare };
    expect((await push([], { env })).code).toBe(3);
    const { keeper } = await bench.login();
    const { code, stderr } = await push([], { env });
    expect(code).toBe(1);
    expect(stderr).toContain(`${program} is not installed.`);
    expect(stderr).toMatch(/https:\/\/\S+/);
    expect(stderr).toContain(`refrain push ${kind} --print`);
    expect(pushedToFrom((await keeper.state()).notes)).toEqual([]);
  });

  it('forgets a place', async () => {
    fake(program, answer);
    const { keeper } = await bench.login();
    await push();
    const { code, stdout } = await run(['--forget', place(), '--json']);
    expect([code, JSON.parse(stdout)]).toEqual([0, { forgotten: [{ kind, place: place() }] }]);
    expect(pushedToFrom((await keeper.state()).notes)).toEqual([]);
    const again = await run(['--forget', place()]);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('There are no known copies.');
  });
});

it('uses the command that npm has installed for the project, in the folder of the project', async () => {
  const local = join(bench.work, 'node_modules', '.bin');
  mkdirSync(local, { recursive: true });
  fake('wrangler');
  renameSync(join(bin, 'wrangler'), join(local, 'wrangler'));
  await bench.login();
  expect((await run(['cloudflare', '--env', 'staging'])).code).toBe(0);
  expect(calls()[0]).toMatchObject({
    argv: ['wrangler', 'secret', 'put', 'SPOTIFY_CLIENT_ID', '--env', 'staging'],
    folder: bench.work,
  });
});

it('does not believe netlify, which ends with 0 in a folder that is not linked', async () => {
  fake('netlify', 'echo "No project id found, please run netlify link"');
  const { keeper } = await bench.login();
  const { code, stderr } = await run(['netlify']);
  expect(code).toBe(1);
  expect(stderr).toContain('netlify link');
  expect(pushedToFrom((await keeper.state()).notes)).toEqual([]);
});

describe('refrain push --print', () => {
  /** Puts `refrain` on the path, for the printed commands. */
  function install() {
    const program = fileURLToPath(new URL('../../dist/cli/refrain.js', import.meta.url));
    writeFileSync(join(bin, 'refrain'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
    chmodSync(join(bin, 'refrain'), 0o755);
  }

  const spotify = () => ({ SPOTIFY_ACCOUNTS_URL: bench.emulator.url, SPOTIFY_API_URL: bench.emulator.url });
  /** Runs the printed commands. */
  const perform = (lines: string) =>
    execFileSync('sh', ['-euc', lines], {
      cwd: bench.work,
      encoding: 'utf8',
      env: { PATH: path(), HOME: bench.folder, REFRAIN_HOME: bench.home, ...spotify() },
    });

  it.each([
    ['github', 'gh', ['gh', 'secret', 'set', 'SPOTIFY_REFRESH_TOKEN']],
    ['vercel', 'vercel', ['vercel', 'env', 'add', 'SPOTIFY_REFRESH_TOKEN', 'production', '--sensitive', '--force']],
    ['cloudflare', 'npx', ['npx', 'wrangler', 'secret', 'put', 'SPOTIFY_REFRESH_TOKEN']],
  ])('prints commands for %s that copy each value and contain none', async (host, program, argv) => {
    install();
    fake(program);
    const { refreshToken, keeper } = await bench.login();
    const { code, stdout, stderr } = await run([host, '--print']);
    expect(code).toBe(0);
    expect(stdout + stderr).not.toContain(refreshToken);
    expect(calls()).toEqual([]);
    perform(stdout);
    const call = calls().find((one) => one.argv.includes('SPOTIFY_REFRESH_TOKEN'));
    expect(call?.argv).toEqual(argv);
    expect(call?.input).toBe(refreshToken);
    expect(calls().map((one) => one.argv.find((part) => part.startsWith('SPOTIFY_')))).toContain(
      'SPOTIFY_AUTHORIZED_AT',
    );
    for (const one of calls()) expect(one.argv.join(' ')).not.toContain(refreshToken);
    expect(pushedToFrom((await keeper.state()).notes)).toEqual([]);
  });

  it('prints commands for netlify that copy a file and contain no value', async () => {
    install();
    const { refreshToken } = await bench.login();
    fake('netlify', 'echo shown');
    const { stdout, stderr } = await run(['netlify', '--print']);
    expect(stdout + stderr).not.toContain(refreshToken);
    // This is from env:set; the output of env:import is discarded.
    expect(perform(stdout)).toBe('shown\n');
    const [imported, hidden] = calls();
    expect(imported?.argv).toEqual(['netlify', 'env:import', '/dev/stdin']);
    expect(imported?.input).toContain(`SPOTIFY_REFRESH_TOKEN=${refreshToken}\n`);
    expect(hidden?.argv).toEqual(['netlify', 'env:set', 'SPOTIFY_REFRESH_TOKEN', '--secret', '--force']);
  });

  it('puts the profile and the environment into the commands', async () => {
    await bench.login({ profile: 'work' });
    const { stdout } = await run(['vercel', '--print', '--profile', 'work', '--env', 'my preview', '--json']);
    const { commands } = JSON.parse(stdout);
    expect(commands[0]).toContain('--profile work');
    expect(commands[0]).toContain("'my preview'");
  });
});

it.each([
  [['heroku'], 'vercel'],
  [[], 'WHERE'],
  [['vercel', '--repo', 'me/site'], '--repo is for GitHub'],
  [['netlify', '--env', 'production'], '--env'],
  [['github', '--repo', 'site'], 'OWNER/NAME'],
  [['github', '--env', '--body'], '--env'],
])('refuses %j', async (args, hint) => {
  await bench.login();
  const { code, stderr } = await run(args);
  expect(code).toBe(2);
  expect(stderr).toContain(hint);
});

describe('refrain renew', () => {
  /** Runs `renew` and approves in the browser. */
  async function renew(args: readonly string[] = []) {
    let isAsked = false;
    return bench.run(['renew', '--no-browser', ...args], {
      env: { PATH: path() },
      onStderr(text) {
        const [address] = /^http:\S+\/authorize\?\S+$/m.exec(text) ?? [];
        if (!address || isAsked) return;
        isAsked = true;
        void fetch(address).then((page) => page.text());
      },
    });
  }

  it('pushes the new token to every place, and says so in one line each', async () => {
    fake('gh');
    const { keeper } = await bench.login();
    await run(['github', '--repo', 'me/site', '--env', 'production']);
    fake('vercel');
    await run(['vercel']);
    const before = calls().length;
    const { code, stderr } = await renew();
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining('Updated the copy at GitHub: me/site --env production'),
    ]);
    const token = (await keeper.secrets())?.refreshToken;
    const pushed = calls()
      .slice(before)
      .find(({ argv }) => argv[3] === 'SPOTIFY_REFRESH_TOKEN');
    expect(pushed?.input).toBe(token);
    expect(pushed?.argv.slice(4)).toEqual(['--repo=me/site', '--env=production']);
    expect(stderr).toContain(`\nUpdated the copy at Vercel: ${bench.work}\n`);
    const atVercel = calls().filter(({ argv }) => argv[0] === 'vercel' && argv[3] === 'SPOTIFY_REFRESH_TOKEN');
    expect(atVercel.at(-1)?.input).toBe(token);
    expect(stderr).not.toContain(token);
  });

  it('keeps the new token if a push fails, and says which copy is old', async () => {
    fake('gh');
    await bench.login();
    await run(['github', '--repo', 'me/site']);
    fake('gh', 'echo "HTTP 401: Bad credentials" >&2; exit 1');
    const { code, stdout, stderr } = await renew(['--json']);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^GitHub \(me\/site\) still has the old token: gh failed: HTTP 401.*`refrain push github --repo me\/site`$/m,
    );
    expect(JSON.parse(stdout).pushedAgain).toMatchObject([
      { kind: 'github', place: 'me/site', pushed: false, error: { code: 'program_missing' } },
    ]);
  });
});
