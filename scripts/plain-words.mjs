// @ts-check
/**
 * `node scripts/plain-words.mjs`: how often comments, docs and user text fall back into the old idiom, in occurrences
 * per 1,000 words. Part of `npm run check`, which fails above 3. `--list` shows each occurrence, `--at REV` counts in
 * an older commit.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from './programs.mjs';

/** Occurrences per 1,000 words. */
const limit = 3;

/**
 * The idiom that we don't write any more, with what to write instead. Names of error codes and the like are never
 * counted: they are in code spans, which are taken out first.
 */
const idiom = [
  { say: 'anyone, who(m)', not: /\bwh(?:o|om|at|ere|ich)ever\b/ },
  { say: 'cannot, no one', not: /\b(?:no|some|every)body\b/ },
  { say: 'only', not: /\balone\b/ },
  {
    say: 'is, is in',
    not: /\bst(?:ands|ood)\b|\bstand(?:ing)? (?:in|at|on|there|here|for|beside|between|as|behind)\b/,
  },
  {
    say: 'say, report, distinguish',
    not: /\b(?:is|are|was|be|were) told\b|\btold (?:of|by)\b|\btells? (?:of|whether|that)\b/,
  },
  { say: 'get, bring back', not: /\b(?:brought|brings?)\b/ },
  { say: 'except', not: /\bbut for\b/ },
  { say: 'also', not: /\bbesides\b|\bthereby\b/ },
  { say: 'happens to', not: /\bbefalls?\b/ },
  { say: 'so that … not', not: /\blest\b/ },
  { say: 'pass on, export', not: /\bhand(?:s|ed|ing)? (?:it |them |the \w+ )?on\b/ },
  { say: 'is not a', not: /(?<!\bthere )\bis no (?!longer\b|more\b)[a-z]/ },
  {
    say: 'if, when',
    not: /\bwhere (?:it|there|that|one|the|a|an|no|this|nothing|none|they|its|what|some|neither|both)\b/,
  },
  { say: 'uncertain', not: /\bin doubt\b|\bdoubts?\b/ },
  { say: 'the sign-in', not: /\bthe way back\b|\bcome[s]? to stand\b/ },
  { say: 'fix', not: /\bmend(?:s|ed|ing)?\b/ },
  { say: 'in addition to', not: /\bover and above\b|\babove all\b/ },
  { say: 'whose, of which', not: /\bof whom\b|\bthereof\b|\bwhereof\b/ },
  { say: 'as well', not: /\bwithal\b|\bnought\b|\banew\b/ },
];

const patterns = idiom.map(({ not }) => new RegExp(not.source, 'gi'));

/** @typedef {'comments' | 'docs' | 'user text'} Kind */
/** @typedef {{ kind: Kind, line: number, text: string }} Prose */

/** Comments of a source file, and its strings that read as sentences. @param {string} source @returns {Prose[]} */
function proseOfSource(source) {
  /** @type {Prose[]} */
  const found = [];
  const token =
    /\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*|<!--[\s\S]*?-->|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g;
  for (const match of source.matchAll(token)) {
    const [text] = match;
    const line = source.slice(0, match.index).split('\n').length;
    if (/^(?:\/\*|\/\/|<!--)/.test(text)) found.push({ kind: 'comments', line, text: withoutCode(text) });
    // A sentence has words with blanks between them; a class, a selector or a path has not.
    else if (/[A-Za-z’]+ [a-z’]+ [a-z’]+/.test(text) && !/[{}<>]=?|=>|;\s*$/.test(text.replace(/\$\{[^}]*\}/g, ' '))) {
      found.push({ kind: 'user text', line, text: text.replace(/\$\{[^}]*\}/g, ' ') });
    }
  }
  return found;
}

/** @param {string} source @returns {Prose[]} */
function proseOfHtml(source) {
  const text = source.replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/g, (tag) => tag.replace(/[^\n]+/g, ' '));
  return text.split('\n').map((line, index) => ({ kind: 'user text', line: index + 1, text: line }));
}

/** @param {string} source @returns {Prose[]} */
function proseOfMarkdown(source) {
  const text = source.replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/[^\n]+/g, ' '));
  // Paragraphs, so that a phrase over two lines counts.
  let line = 1;
  return text.split(/\n\s*\n/).map((paragraph) => {
    const from = line;
    line += paragraph.split('\n').length + 1;
    return { kind: 'docs', line: from, text: withoutCode(paragraph) };
  });
}

/** Code spans and links' addresses are not prose. @param {string} text */
function withoutCode(text) {
  return text
    .replace(/`[^`]*`/g, ' ')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\n\s*\*? ?(?:\/\/)?/g, ' ');
}

/** @param {string} path @param {string} source @returns {Prose[]} */
export function proseOf(path, source) {
  if (path.endsWith('.md')) return proseOfMarkdown(source);
  if (path.endsWith('.html')) return proseOfHtml(source);
  return proseOfSource(source);
}

/** @param {string} text */
const countWords = (text) => text.match(/[A-Za-z][A-Za-z’'-]*/g)?.length ?? 0;

/** @param {string} text @returns {string[]} */
export const oddWords = (text) => patterns.flatMap((pattern) => text.match(pattern) ?? []);

/** @typedef {{ words: number, odd: number }} Count */

/**
 * @param {Iterable<{ path: string, source: string }>} files
 * @returns {{ counts: Record<Kind, Count>, found: string[] }}
 */
export function countOddWords(files) {
  /** @type {Record<Kind, Count>} */
  const counts = { comments: { words: 0, odd: 0 }, docs: { words: 0, odd: 0 }, 'user text': { words: 0, odd: 0 } };
  const found = [];
  for (const { path, source } of files) {
    for (const { kind, line, text } of proseOf(path, source)) {
      const odd = oddWords(text);
      counts[kind].words += countWords(text);
      counts[kind].odd += odd.length;
      for (const word of odd) found.push(`${path}:${line}: ${word}`);
    }
  }
  return { counts, found };
}

/** Tests, generated text and licences are left out. */
const isCounted = (/** @type {string} */ path) =>
  /^(?:src|docs)\/|^[A-Z]+\.md$/.test(path) && /\.(?:ts|tsx|js|html|css|md)$/.test(path) && !/\.test\.tsx?$/.test(path);

/** @param {string} [revision] @returns {{ path: string, source: string }[]} */
function filesAt(revision) {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const list = revision === undefined ? git('ls-files', '-z') : git('ls-tree', '-rz', '--name-only', revision);
  const paths = list.split('\0').filter(isCounted);
  if (revision !== undefined) return paths.map((path) => ({ path, source: git('show', `${revision}:${path}`) }));
  return paths.flatMap((path) => {
    try {
      return [{ path, source: readFileSync(join(root, path), 'utf8') }];
    } catch {
      return [];
    }
  });
}

/** @param {Count} count */
const rateOf = ({ words, odd }) => (odd / Math.max(1, words)) * 1000;

/** @param {string} [revision] */
export function judgeWords(revision) {
  const { counts, found } = countOddWords(filesAt(revision));
  const lines = Object.entries(counts).map(
    ([kind, count]) =>
      `${kind}: ${rateOf(count).toFixed(1)} per 1,000 (${count.odd} in ${count.words.toLocaleString('en')} words, at most ${limit})`,
  );
  return { ok: Object.values(counts).every((count) => rateOf(count) <= limit), lines, found };
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { list: { type: 'boolean' }, at: { type: 'string' } } });
  const { ok, lines, found } = judgeWords(values.at);
  process.stdout.write(`${[...(values.list ? found : []), ...lines].join('\n')}\n`);
  process.exitCode = ok ? 0 : 1;
}
