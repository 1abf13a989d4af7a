import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { weighPage } from '../scripts/page-files.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'refrain weight '));
  mkdirSync(join(folder, 'assets'));
  const files = {
    'index.html': `<!doctype html><link rel="icon" href="data:image/svg+xml,x">
      <link rel="stylesheet" crossorigin href="./assets/page.css"><link rel="preload" as="font" href="./assets/a.woff2">
      <script>import('./assets/de.js')</script>
      <script type="module" crossorigin src="./assets/start.js"></script>
      <a href="https://example.com/elsewhere.js">elsewhere</a>`,
    'assets/page.css': '@font-face{src:url(a.woff2)}@font-face{src:url("./b.woff2?v=1")}i{mask:url(data:image/png,x)}',
    'assets/start.js': 'import{a}from"./shared.js";export const lazy=()=>import("./lazy.js");',
    'assets/shared.js': 'import"./deep.js";export const a=1;',
    'assets/deep.js': '1;',
    'assets/lazy.js': 'import{a}from"./shared.js";a;',
    'assets/de.js': 'new URL("c.woff2",import.meta.url);',
    'assets/open-emulator-a1.js': '1;',
    'assets/a.woff2': 'aaaa',
    'assets/b.woff2': 'bbbbbbbb',
    'assets/c.woff2': 'cc',
    'assets/start.js.map': '{}',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the weight of a page', () => {
  it('counts what Connect needs: HTML, styles, the first script and its imports', () => {
    expect(weighPage(folder).connect.files).toEqual([
      'assets/deep.js',
      'assets/page.css',
      'assets/shared.js',
      'assets/start.js',
      'index.html',
    ]);
  });

  it('adds the fonts to the first load, each once', () => {
    const { connect, firstLoad } = weighPage(folder);
    expect(firstLoad.files.filter((name) => !connect.files.includes(name))).toEqual([
      'assets/a.woff2',
      'assets/b.woff2',
    ]);
    expect(firstLoad.requests).toBe(7);
    // Fonts are compressed already and sent as they are.
    expect(firstLoad.brotli - connect.brotli).toBe(12);
  });

  it('counts lazy parts only in the whole page, and ignores source maps', () => {
    const { firstLoad, allFiles } = weighPage(folder);
    expect(allFiles.files.filter((name) => !firstLoad.files.includes(name))).toEqual(['assets/lazy.js']);
  });

  it('weighs the languages apart: the files that the inline script names, and their fonts', () => {
    const { allFiles, languages } = weighPage(folder);
    expect(allFiles.files).not.toContain('assets/de.js');
    expect(allFiles.files).not.toContain('assets/c.woff2');
    expect(languages.map(({ files }) => files)).toEqual([['assets/c.woff2', 'assets/de.js']]);
  });

  it('weighs practice apart', () => {
    const { allFiles, practice } = weighPage(folder);
    expect(allFiles.files).not.toContain('assets/open-emulator-a1.js');
    expect(practice.files).toEqual(['assets/open-emulator-a1.js']);
  });

  it('fails if the page names a file that does not exist', () => {
    rmSync(join(folder, 'assets', 'deep.js'));
    expect(() => weighPage(folder)).toThrow('ENOENT');
  });
});
