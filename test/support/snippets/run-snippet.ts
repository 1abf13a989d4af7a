import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Snippet } from '../../../src/page/use/snippets/snippet.ts';

/** The programs that each kind of snippet needs. */
export const programsOf: Record<Snippet['name'], readonly string[]> = {
  refrain: [],
  JavaScript: [],
  Python: ['python3'],
  curl: ['bash', 'curl', 'sed'],
};

export interface Ran {
  readonly code: number | null;
  readonly output: string;
  readonly stdout: string;
  /** The program name and arguments of each call to `curl`, `sed` and `jq`. */
  readonly calls: readonly (readonly string[])[];
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

/** Writes wrappers that record their arguments and then run the real program. */
function writeRecorders(folder: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const put = (name: string, after: string) => {
    writeFileSync(
      join(bin, name),
      `#!/bin/sh\n{ printf '%s\\0' ${name} "$@"; printf '\\n\\0'; } >> '${join(folder, 'calls')}'\n${after}\n`,
    );
    chmodSync(join(bin, name), 0o755);
  };
  for (const name of ['curl', 'sed', 'jq']) put(name, `exec '${which(name)}' "$@"`);
  return bin;
}

const readIf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** A program in a file of its own. */
export type Runnable = Pick<Snippet, 'fileName' | 'language' | 'text'>;

function start({ fileName, language, text }: Runnable, work: string): [program: string, file: string] {
  const file = join(work, fileName);
  writeFileSync(file, text);
  return [{ bash: 'bash', javascript: process.execPath, python: python() }[language], file];
}

/**
 * Runs a snippet from its own file, in an empty folder (`work`), with these variables and without a terminal.
 * @param prepare called with the folder before the program starts
 */
export async function runSnippet(
  snippet: Runnable,
  variables: Record<string, string>,
  prepare?: (folder: string) => void,
): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'refrain-snippet-'));
  const work = join(folder, 'work');
  mkdirSync(work);
  const bin = writeRecorders(folder);
  prepare?.(work);
  const [program, file] = start(snippet, work);
  const path = [bin, process.env['PATH'] ?? ''].join(delimiter);
  const child = spawn(program, [file], {
    cwd: work,
    detached: true, // without a terminal to ask on
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: path, HOME: work, LANG: 'C.UTF-8', ...variables },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  const code = await new Promise<number | null>((done, failed) => {
    child.once('error', failed);
    child.once('close', done);
  });
  return { code, stdout, output: stdout + stderr, calls: readCalls(folder), folder: work };
}

/** What the wrappers recorded. */
const readCalls = (folder: string): Ran['calls'] =>
  readIf(join(folder, 'calls'))
    .split('\n\0')
    .filter((call) => call !== '')
    .map((call) => call.split('\0').slice(0, -1));
