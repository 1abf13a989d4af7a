// @ts-check
/**
 * Cuts the page's three fonts from Old Standard TT and writes them, with their licence, to the page's folder.
 * The same input gives the same bytes. `--check` writes nothing and fails if the committed files differ.
 *
 *   npm ci --prefix scripts/fonts && npm run fonts --prefix scripts/fonts
 */
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fontverter from 'fontverter';
import subsetFont from 'subset-font';

const page = fileURLToPath(new URL('../../src/page/', import.meta.url));
const source = dirname(createRequire(import.meta.url).resolve('@fontsource/old-standard-tt/package.json'));

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
// What headings and dates are set with. Signs of code and shell are always set in the monospaced face.
const punctuation = ' !"&\'(),-./:;?\u2013\u2014\u2018\u2019\u201C\u201D\u2026';
// What German and Spanish add. The same list is in `src/page/language/add-accents.ts`.
const accents = 'ÄÖÜßäöüÁÉÍÑÓÚáéíñóú¡¿«»„';

const cuts = [
  { weight: 400, text: letters + digits + punctuation, name: 'old-standard-400.woff2', most: 5800 },
  { weight: 400, text: accents, name: 'old-standard-400-accents.woff2', most: 2200 },
  { weight: 700, text: digits, name: 'old-standard-700-digits.woff2', most: 1300 },
];

/** Kerning stays; hints (which large type does not need), ligatures and names go. @param {typeof cuts[number]} cut */
async function cutFont({ weight, text }) {
  const whole = readFileSync(join(source, 'files', `old-standard-tt-latin-${weight}-normal.woff2`));
  const cut = await subsetFont(whole, text, {
    targetFormat: 'sfnt',
    noHinting: true,
    noLayoutClosure: true,
    keepFeatures: ['kern'],
    dropTables: ['GSUB', 'gasp'],
  });
  return fontverter.convert(withoutNames(cut), 'woff2');
}

/**
 * Browsers refuse a font without a `name` table, but take an empty one: version, no records, an offset to no strings.
 * @param {Buffer} sfnt
 */
function withoutNames(sfnt) {
  const font = Buffer.from(sfnt);
  const entry = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16).find(
    (at) => font.toString('latin1', at, at + 4) === 'name',
  );
  if (entry === undefined) throw new Error('The font has no name table.');
  const empty = Buffer.from([0, 0, 0, 0, 0, 6]);
  empty.copy(font, font.readUInt32BE(entry + 8));
  font.writeUInt32BE(empty.length, entry + 12);
  return font;
}

const checkOnly = process.argv.includes('--check');
let wrong = false;

/** @param {string} path @param {Buffer} bytes */
function put(path, bytes) {
  const same = existsSync(path) && readFileSync(path).equals(bytes);
  process.stdout.write(
    `${String(bytes.length).padStart(6)} B  ${path.slice(page.length)}${same ? '' : '  (differs)'}\n`,
  );
  if (same) return;
  if (checkOnly) {
    wrong = true;
    return;
  }
  if (existsSync(path)) chmodSync(path, 0o644);
  writeFileSync(path, bytes);
}

for (const cut of cuts) {
  const bytes = await cutFont(cut);
  put(join(page, 'fonts', cut.name), bytes);
  if (bytes.length > cut.most) {
    process.stderr.write(`${cut.name} may have at most ${cut.most} B.\n`);
    wrong = true;
  }
}
put(join(page, 'fonts', 'OFL.txt'), readFileSync(join(source, 'LICENSE')));

process.exitCode = wrong ? 1 : 0;
