import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { commandErrors } from '../../errors/table/command-errors.ts';
import { keeperErrors } from '../../errors/table/keeper-errors.ts';

const source = fileURLToPath(new URL('../../', import.meta.url));
const errors = join(source, 'errors');

/** The sources of the page and everything that they import, without tests and without the errors themselves. */
function textOfPage(): string {
  const page = join(source, 'page');
  const files = readdirSync(page, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => join(page, name));
  const texts = new Map<string, string>();
  for (const file of files) {
    if (texts.has(file) || !existsSync(file) || file.startsWith(errors)) continue;
    const text = readFileSync(file, 'utf8');
    texts.set(file, text);
    // The emulator and the keeper come only with practice, in a part of its own.
    const imports = [...text.matchAll(/from '(\.{1,2}\/[^']+\.tsx?)'/g)].map(([, path = '']) => path);
    files.push(
      ...imports.filter((path) => !/\/(emulator|keeper)\//.test(path)).map((path) => resolve(dirname(file), path)),
    );
  }
  return [...texts.values()].join('\n');
}

it('leaves out only errors that no room of the page makes', () => {
  const text = textOfPage();
  expect(text).toContain("'scope_missing'");
  const made = Object.keys({ ...keeperErrors, ...commandErrors }).filter((code) => text.includes(`'${code}'`));
  expect(made).toEqual([]);
});
