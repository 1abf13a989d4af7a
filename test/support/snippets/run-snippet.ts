import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { Snippet } from '../../../src/page/use/snippets.ts';

/** The programs that each kind of snippet needs. */
export const programsOf: Record<Snippet['name'], readonly string[]> = {
  curl: ['bash', 'curl', 'sed'],
  JavaScript: [],
  Python: ['python3'],
  'GitHub Actions': ['bash', 'curl', 'sed', 'tee'],
  'gh secret set': ['bash'],
};

interface Workflow {
  readonly jobs: Record<
    string,
    { steps: readonly { run?: string; uses?: string; shell?: string; env?: Record<string, string> }[] }
  >;
}

export interface Ran {
  readonly code: number | null;
  readonly output: string;
  readonly stdout: string;
  /** The program name and arguments of each call to `curl`, `sed`, `tee` and `gh`. */
  readonly calls: readonly (readonly string[])[];
  /** What `gh` read from its standard input, in order. */
  readonly handedToGh: readonly string[];
  readonly folder: string;
}

const paths = new Map<string, string>();
/** The path of a program, cached. */
function which(
  name: string,
  ask: readonly [string, readonly string[]] = ['bash', ['-c', `command -v ${name}`]],
): string {
  let path = paths.get(name);
  if (path === undefined) {
    path = spawnSync(ask[0], ask[1], { encoding: 'utf8' }).stdout?.trim() ?? '';
    paths.set(name, path);
  }
  return path;
}

/** Python itself, not a launcher that needs more of the environment. */
const python = (): string => which('python', ['python3', ['-c', 'import sys; print(sys.executable)']]);

/** Writes wrappers that record their arguments and then run the real program. `gh` is only a recorder. */
export function writeRecorders(folder: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const put = (name: string, after: string) => {
    writeFileSync(
      join(bin, name),
      `#!/bin/sh\n{ printf '%s\\0' ${name} "$@"; printf '\\n\\0'; } >> '${join(folder, 'calls')}'\n${after}\n`,
    );
    chmodSync(join(bin, name), 0o755);
  };
  for (const name of ['curl', 'sed', 'tee']) put(name, `exec '${which(name)}' "$@"`);
  put('gh', `{ cat; printf '\\0'; } >> '${join(folder, 'gh-stdin')}'`);
  return bin;
}

const readIf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** Replaces expressions as GitHub does. Only secrets in `env` are allowed; anything else is an error. */
function evaluate(value: string, secrets: Record<string, string>): string {
  const text = value.replace(/\$\{\{ secrets\.(\w+) \}\}/g, (_all, name: string) => secrets[name] ?? '');
  if (text.includes('${{') && !Object.values(secrets).includes(text)) throw new Error(`GitHub would evaluate: ${text}`);
  return text;
}

function start(
  snippet: Snippet,
  work: string,
  env: Record<string, string>,
): [string, string[], Record<string, string>] {
  const file = join(work, snippet.fileName);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, snippet.text);
  if (snippet.language === 'bash') return ['bash', [file], env];
  if (snippet.language === 'javascript') return [process.execPath, [file], env];
  if (snippet.language === 'python') return [python(), [file], env];
  const steps = Object.values((parse(snippet.text) as Workflow).jobs).flatMap((job) => job.steps);
  if (steps.length !== 1 || steps.some(({ run, uses, shell }) => !run || uses || shell !== 'bash')) {
    throw new Error('This reader of workflows expects one run step for bash.');
  }
  const [{ run = '', env: mapped = {} } = {}] = steps;
  if (run.includes('${{')) throw new Error('GitHub would replace a part of the script.');
  const script = join(work, '..', 'step.sh');
  writeFileSync(script, run);
  const stepEnv = Object.fromEntries(Object.entries(mapped).map(([name, value]) => [name, evaluate(value, env)]));
  // As GitHub starts `shell: bash`.
  return ['bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], { ...stepEnv, GITHUB_REPOSITORY: 'me/site' }];
}

/**
 * Runs a snippet from its own file, in an empty folder (`work`), with these variables and without a terminal. For a workflow the variables are the repository's secrets.
 */
export async function runSnippet(snippet: Snippet, variables: Record<string, string>): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'refrain-snippet-'));
  const work = join(folder, 'work');
  mkdirSync(work);
  const bin = writeRecorders(folder);
  const [program, args, env] = start(snippet, work, variables);
  const path = [bin, process.env['PATH'] ?? ''].join(delimiter);
  const child = spawn(program, args, {
    cwd: work,
    detached: true, // without a terminal to ask on
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: path, HOME: work, LANG: 'C.UTF-8', ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  const code = await new Promise<number | null>((done, failed) => {
    child.once('error', failed);
    child.once('close', done);
  });
  return { code, stdout, output: stdout + stderr, ...readRecorded(folder), folder: work };
}

/** What the programs of `writeRecorders` recorded. */
export const readRecorded = (folder: string): Pick<Ran, 'calls' | 'handedToGh'> => ({
  calls: readIf(join(folder, 'calls'))
    .split('\n\0')
    .filter((call) => call !== '')
    .map((call) => call.split('\0').slice(0, -1)),
  handedToGh: readIf(join(folder, 'gh-stdin')).split('\0').slice(0, -1),
});
