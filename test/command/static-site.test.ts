import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { practiceApp } from '../../src/emulator/index.ts';
import { packedFile } from '../../src/text/install.ts';
import { needs } from '../support/command/program.ts';
import { refrainBench, type RefrainBench } from '../support/command/refrain.ts';
import { program, variablesIn } from '../support/command/started.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const example = join(root, 'examples', 'static-site');
const textOf = (name: string) => readFileSync(join(example, name), 'utf8');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const stepsOf = (name: string): readonly Step[] => {
  const { jobs } = parse(textOf(name)) as { jobs: Record<string, { steps: Step[] }> };
  return Object.values(jobs).flatMap(({ steps }) => steps);
};

describe.each(['pages.yml', 'profile-readme.yml'])('%s', (name) => {
  const steps = stepsOf(name);

  it('has at most 30 lines, and says that schedules stop', () => {
    expect(textOf(name).trimEnd().split('\n').length).toBeLessThanOrEqual(30);
    expect(textOf(name)).toContain('60 days');
  });

  it('uses actions by their commit, the same as our own workflows', () => {
    const ours = readdirSync(join(root, '.github', 'workflows')).map((file) =>
      readFileSync(join(root, '.github', 'workflows', file), 'utf8'),
    );
    for (const { uses } of steps) {
      const [action, commit] = uses?.split('@') ?? [];
      const known = ours.flatMap((text) => text.match(new RegExp(`${action}@\\w+`, 'g')) ?? []);
      expect([uses, commit ?? '0'.repeat(40)]).toEqual([uses, expect.stringMatching(/^[0-9a-f]{40}$/)]);
      expect([uses ?? '', ...known]).toEqual([uses ?? '', ...known.map(() => uses)]);
    }
  });

  it('installs the packed file, and gives secrets to the snapshot only', () => {
    const runs = steps.map(({ run = '' }) => run);
    expect(runs.some((run) => run.startsWith(`npm install --global ./${packedFile}`))).toBe(true);
    const withSecrets = steps.filter((step) => JSON.stringify(step).includes('secrets.'));
    expect(withSecrets.map(({ run }) => run)).toEqual([expect.stringMatching(/^refrain snapshot /)]);
  });
});

let bench: RefrainBench;
let refreshToken: string;
beforeEach(async () => {
  bench = await refrainBench();
  ({ refreshToken = '' } = await bench.consent());
});
afterEach(() => bench.close());

/** A program on the path that runs a line of shell. */
function fake(name: string, line: string): void {
  const path = join(bench.folder, 'bin', name);
  mkdirSync(join(bench.folder, 'bin'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${line}\n`);
  chmodSync(path, 0o755);
}

/** A repository with a server of its own, and the example in it. */
function makeRepository(): { readonly folder: string; git(...args: string[]): string } {
  const [folder, server] = [join(bench.folder, 'repository'), join(bench.folder, 'server.git')];
  mkdirSync(folder);
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim();
  execFileSync('git', ['init', '--quiet', '--bare', server]);
  git('init', '--quiet', '--initial-branch=main');
  for (const [name, value] of Object.entries({ 'user.name': 'Me', 'user.email': 'me@example.com' })) {
    git('config', name, value);
  }
  cpSync(example, folder, { recursive: true });
  writeFileSync(join(folder, packedFile), '');
  git('add', '--all');
  git('commit', '--quiet', '--message=Site');
  git('remote', 'add', 'origin', server);
  git('push', '--quiet', 'origin', 'main');
  return { folder, git };
}

/** Runs the shell steps of a workflow as GitHub does: those with a condition also after a failure. */
async function runWorkflow(name: string, folder: string): Promise<{ readonly code: number; readonly stderr: string }> {
  fake('refrain', `exec '${process.execPath}' '${program}' "$@"`);
  const modules = join(bench.folder, 'modules');
  if (!existsSync(modules)) {
    mkdirSync(modules);
    symlinkSync(root, join(modules, 'refrain'));
  }
  fake(
    'npm',
    `case "$*" in 'root --global') echo '${modules}';; 'install --global ./'*) test -f "$3";; *) exit 9;; esac`,
  );
  const secrets: Record<string, string> = {
    SPOTIFY_CLIENT_ID: practiceApp.clientId,
    SPOTIFY_REFRESH_TOKEN: refreshToken,
  };
  const result = { code: 0, stderr: '' };
  for (const { run, env = {}, if: condition } of stepsOf(name)) {
    if (run === undefined || (result.code !== 0 && condition === undefined)) continue;
    const filled = Object.entries(env).map(([key, value]) => [
      key,
      value.replace(/\$\{\{ secrets\.(\w+) \}\}/, (_, secret: string) => secrets[secret] ?? ''),
    ]);
    const path = [join(bench.folder, 'bin'), bench.path].join(delimiter);
    // Each run is on a new machine.
    const home = join(bench.folder, `home ${Math.random()}`);
    const all = { ...variablesIn(bench), PATH: path, CI: 'true', REFRAIN_HOME: home, ...Object.fromEntries(filled) };
    await new Promise<void>((resolve) => {
      execFile('bash', ['-e', '-c', run], { cwd: folder, env: all }, (error, stdout, stderr) => {
        bench.search.note(`the log of ${name}`, stdout + stderr);
        if (error) result.code = Number(error.code) || 1;
        result.stderr += stderr;
        resolve();
      });
    });
  }
  return result;
}

describe('the shell steps', () => {
  it('of pages.yml make a whole site', async (context) => {
    needs(context, 'bash', 'git');
    const { folder } = makeRepository();
    const { code, stderr } = await runWorkflow('pages.yml', folder);
    expect([code, stderr]).toEqual([0, expect.stringContaining('Wrote 15 files in site/listening.')]);
    const asked = bench.emulator.controls.requests.map(({ path }) => path).filter((path) => path.startsWith('/v1/'));
    expect(asked.toSorted()).toEqual(
      ['player/recently-played', 'top/artists', 'top/tracks'].map((end) => `/v1/me/${end}`),
    );
    const list = (name: string) => readFileSync(join(folder, 'site', 'listening', `${name}.html`), 'utf8');
    expect(list('top/tracks')).toContain('last 4 weeks');
    expect(list('top/artists')).toContain('last 6 months');
    const html = readFileSync(join(folder, 'site', 'index.html'), 'utf8');
    const used = [...html.matchAll(/(?:src|srcset|href)="([^":]+)"/g)].map(([, path = '']) => path);
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((path) => !existsSync(join(folder, 'site', path)))).toEqual([]);
    const module = readFileSync(join(folder, 'site', 'define-element.js'), 'utf8');
    for (const [, path = ''] of module.matchAll(/from ['"]\.\/(.+?)['"]/g)) {
      expect(existsSync(join(folder, 'site', path))).toBe(true);
    }
    // The next job has the files from the cache.
    bench.emulator.controls.answerNext({ fault: 'service_unavailable', times: 1000 });
    expect(await runWorkflow('pages.yml', folder)).toMatchObject({ code: 1 });
    expect(readFileSync(join(folder, 'site', 'listening', 'top', 'tracks.json'), 'utf8')).toContain('"fresh"');
  });

  it('of profile-readme.yml keep one commit on a branch of its own, also after a failure', async (context) => {
    needs(context, 'bash', 'git', 'tar');
    const { git } = makeRepository();
    const branch = () => {
      git('fetch', '--quiet', 'origin', '+listening:refs/remotes/origin/listening');
      return git('rev-parse', 'origin/listening');
    };
    /** Each run is in a new clone. */
    const run = async (number: number) => {
      const clone = join(bench.folder, `clone ${number}`);
      execFileSync('git', ['clone', '--quiet', '--branch=main', join(bench.folder, 'server.git'), clone]);
      return runWorkflow('profile-readme.yml', clone);
    };
    expect(await run(1)).toMatchObject({ code: 0 });
    const first = branch();
    const names = git('ls-tree', '-r', '--name-only', 'origin/listening').split('\n');
    expect(names).toContain('top/tracks-dark.svg');
    expect(names.filter((name) => !name.endsWith('.svg'))).toEqual(['.refrain-snapshot.json']);
    expect(git('rev-list', '--count', 'origin/listening')).toBe('1');
    bench.emulator.controls.answerNext({ fault: 'service_unavailable', times: 1000 });
    expect(await run(2)).toMatchObject({ code: 1 });
    expect(branch()).toBe(first);
    bench.emulator.controls.forgetAnswers();
    bench.emulator.controls.moveClock({ advanceMs: 3_600_000 });
    expect(await run(3)).toMatchObject({ code: 0 });
    expect(branch()).not.toBe(first);
    expect(git('rev-list', '--count', 'origin/listening')).toBe('1');
  });
});
