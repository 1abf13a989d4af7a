import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../', import.meta.url));
const importsOf = (text: string) => [...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, path = '']) => basename(path));

it('loads every part of the page that loads on demand', () => {
  const sources = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|^build/.test(name))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
  const everywhere = new Set(sources.flatMap(([, text]) => importsOf(text)));
  const here = sources.filter(([name]) => /load-all\.ts$|^lazy\.ts$/.test(name)).flatMap(([, text]) => importsOf(text));
  expect(everywhere.size).toBeGreaterThan(2);
  expect([...new Set(here)].toSorted()).toEqual([...everywhere].toSorted());
});
