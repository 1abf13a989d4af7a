// @ts-check
/** Checks that nothing in the repository names a particular machine, and that an install is not too large. */
import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './programs.mjs';

/** Traces of one machine: absolute folders of a home or a build, and hosts of package registries. */
const traces = [
  /(?<![\w.-])\/(?:root|work|farm|private)\/[\w.-]/,
  /(?<![\w.$}-])\/(?:home|Users)\/(?!USER|you\b|me\b|refrain\b)[a-z][\w-]*\//,
  /\bregistry\.[a-z]+\.[a-z]+\b/,
  /\bdeb\.debian\.org\b/,
];

/** @returns {import('./check.mjs').Verdict} */
export function findTraces() {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  const found = tracked.flatMap((name) => {
    const text = readText(join(root, name));
    const lines = text?.split('\n') ?? [];
    return lines.flatMap((line, index) => {
      const trace = traces.map((pattern) => pattern.exec(line)?.[0]).find(Boolean);
      return trace === undefined ? [] : [`${name}:${index + 1}: ${trace}`];
    });
  });
  return { ok: found.length === 0, said: found.join('\n') };
}

/** @param {string} path @returns {string | undefined} undefined if it is not text or no longer exists */
function readText(path) {
  try {
    const bytes = readFileSync(path);
    return bytes.subarray(0, 8000).includes(0) ? undefined : bytes.toString('utf8');
  } catch {
    return undefined;
  }
}

const mostMegabytes = 300;

/** @returns {import('./check.mjs').Verdict} */
export function weighInstall() {
  const bytes = sizeOf(join(root, 'node_modules'));
  const megabytes = Math.ceil(bytes / 1e6);
  return { ok: megabytes <= mostMegabytes, said: `${megabytes} MB` };
}

/** What a folder's files take on disk. @param {string} path @returns {number} bytes */
function sizeOf(path) {
  const facts = lstatSync(path);
  if (!facts.isDirectory()) return facts.blocks === undefined ? facts.size : facts.blocks * 512;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
