// @ts-check
/** Checks that nothing names a particular machine, that no test reads a page once, and that an install is not too large. */
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
  const found = trackedFiles().flatMap((name) => {
    const text = readText(join(root, name));
    const lines = text?.split('\n') ?? [];
    return lines.flatMap((line, index) => {
      const trace = traces.map((pattern) => pattern.exec(line)?.[0]).find(Boolean);
      return trace === undefined ? [] : [`${name}:${index + 1}: ${trace}`];
    });
  });
  return { ok: found.length === 0, said: found.join('\n') };
}

/** What a page shows may come a moment later. `expect(await X.isVisible())` reads it once; `expect.poll` waits for it. */
const readOnce =
  /\bexpect\(\s*(?:await [^;]*?\.(?:isVisible|isHidden|isEnabled|isDisabled|isChecked|count|innerText|textContent|inputValue|getAttribute|all\w+|title)\([^()]*\)(?:, [^;]*?)?\)\.|(?:new URL\()?[\w.]*page\.url\(\)[^;]*?\)\.to)/g;

/** @returns {import('./check.mjs').Verdict} */
export function findReadOnce() {
  const found = trackedFiles('test/journeys').flatMap((name) => {
    const text = readText(join(root, name)) ?? '';
    return [...text.matchAll(readOnce)].map(({ index }) => `${name}:${text.slice(0, index).split('\n').length}`);
  });
  return { ok: found.length === 0, said: found.join('\n') };
}

/** @param {string[]} folders all if there are none @returns {string[]} */
function trackedFiles(...folders) {
  const listed = execFileSync('git', ['ls-files', '-z', '--', ...folders], { cwd: root, encoding: 'utf8' });
  return listed.split('\0').filter(Boolean);
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
