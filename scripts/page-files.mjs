// @ts-check
/** Reads a built page and says when a browser requests each of its files. Reading the folder is its only I/O. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/**
 * @typedef {{ requests: number, raw: number, brotli: number, gzip: number, files: string[] }} Weight bytes
 * @typedef {{ connect: Weight, firstLoad: Weight, allFiles: Weight, languages: Weight[], practice: Weight }} PageWeight
 */

/** Files that compression only makes larger, and that hosts send as they are. */
const packed = new Set(['.woff2', '.png', '.jpg', '.webp', '.avif']);
const code = new Set(['.html', '.js', '.css', '.svg', '.woff2', '.json', '.webmanifest']);

/**
 * What the page weighs: `connect` is needed to fill the form and press Connect (HTML, styles, first script with what it
 * imports), `firstLoad` is everything that a browser requests by itself, `allFiles` every file of the page but its
 * languages and practice. A language is a file that the inline script names, with the font that only languages name;
 * practice is the chunk of `practice/open-emulator.ts`.
 * @param {string} folder the built page @returns {PageWeight}
 */
export function weighPage(folder) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const links = [...html.matchAll(/<(link|script|img)\b[^>]*>/g)].map(([tag]) => ({
    rel: attribute(tag, 'rel') ?? (tag.startsWith('<script') ? 'script' : 'image'),
    path: local(attribute(tag, 'href') ?? attribute(tag, 'src'), 'index.html'),
  }));
  const needed = links.filter(({ rel }) => ['stylesheet', 'script', 'modulepreload'].includes(rel));
  const connect = withStaticImports(folder, ['index.html', ...needed.flatMap(({ path }) => path ?? [])]);
  const asked = ['icon', 'preload', 'manifest', 'apple-touch-icon', 'prefetch', 'image'];
  const others = links.filter(({ rel }) => asked.some((word) => rel.split(' ').includes(word)));
  const firstLoad = [...connect, ...others.flatMap(({ path }) => path ?? []), ...namedInStyles(folder, connect)];
  const all = readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => code.has(extname(name)));
  const inline = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text]) => text).join('\n');
  const languages = all
    .filter((name) => inline.includes(`./${name}`))
    .map((name) => [name, ...fontsNamedInScript(folder, name)]);
  const practice = all.filter((name) => name.includes('/open-emulator-'));
  return {
    connect: weigh(folder, connect),
    firstLoad: weigh(folder, firstLoad),
    allFiles: weigh(
      folder,
      all.filter((name) => !languages.flat().includes(name) && !practice.includes(name)),
    ),
    practice: weigh(folder, practice),
    languages: languages.map((names) => weigh(folder, names)),
  };
}

/** What some files weigh together, each counted once. @param {string} folder @param {Iterable<string>} names @returns {Weight} */
export function weigh(folder, names) {
  const files = [...new Set(names)].toSorted();
  const weights = files.map((name) => weighFile(join(folder, name)));
  /** @param {'raw' | 'brotli' | 'gzip'} kind */
  const total = (kind) => weights.reduce((sum, weight) => sum + weight[kind], 0);
  return { requests: files.length, raw: total('raw'), brotli: total('brotli'), gzip: total('gzip'), files };
}

/** @param {string} path */
function weighFile(path) {
  const bytes = readFileSync(path);
  const raw = bytes.length;
  if (packed.has(extname(path))) return { raw, brotli: raw, gzip: raw };
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw },
  });
  return { raw, brotli: brotli.length, gzip: gzipSync(bytes, { level: 9 }).length };
}

/** @param {string} folder @param {string[]} names @returns {string[]} */
function withStaticImports(folder, names) {
  const seen = new Set(names);
  for (const name of seen) {
    if (extname(name) !== '.js') continue;
    const text = readFileSync(join(folder, name), 'utf8');
    for (const [, path] of text.matchAll(/\b(?:import|from)\s*["'](\.{1,2}\/[^"']+)["']/g)) {
      const found = local(path, name);
      if (found !== undefined) seen.add(found);
    }
  }
  return [...seen];
}

/** @param {string} folder @param {string[]} names @returns {string[]} */
function namedInStyles(folder, names) {
  return names
    .filter((name) => extname(name) === '.css')
    .flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/url\(\s*["']?([^"')]+)/g)].flatMap(
        ([, path]) => local(path, name) ?? [],
      ),
    );
}

/** @param {string} folder @param {string} name @returns {string[]} */
function fontsNamedInScript(folder, name) {
  const text = readFileSync(join(folder, name), 'utf8');
  return [...text.matchAll(/["'`]([\w./-]+\.woff2)["'`]/g)].flatMap(([, path]) => local(path, name) ?? []);
}

/** @param {string} tag @param {string} name */
function attribute(tag, name) {
  return new RegExp(`\\s${name}\\s*=\\s*("([^"]*)"|'([^']*)'|([^\\s>]+))`)
    .exec(tag)
    ?.slice(2)
    .find((value) => value !== undefined);
}

/** A file of the page's own folder, or undefined: data, another host, nothing. @param {string | undefined} path @param {string} from */
function local(path, from) {
  if (path === undefined || path === '' || /^([a-z][a-z0-9+.-]*:|\/\/|#)/i.test(path)) return undefined;
  return posix.join(posix.dirname(from), path.replace(/[?#].*$/, ''));
}
