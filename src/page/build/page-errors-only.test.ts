import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { commandErrors } from '../../errors/table/command-errors.ts';
import { keeperErrors } from '../../errors/table/keeper-errors.ts';

const source = fileURLToPath(new URL('../../', import.meta.url));

/** The sources of a room, without its tests. */
function textOf(room: string): string {
  return readdirSync(join(source, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => readFileSync(join(source, room, name), 'utf8'))
    .join('\n');
}

it('leaves out only errors that no room of the page makes', () => {
  const text = ['page', 'listening', 'grants', 'spotify', 'http', 'text'].map(textOf).join('\n');
  const made = Object.keys({ ...keeperErrors, ...commandErrors }).filter((code) => text.includes(`'${code}'`));
  expect(made).toEqual([]);
});
