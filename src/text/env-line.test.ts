import { expect, it } from 'vitest';
import { envLine } from './env-line.ts';

it.each([
  ['AQ_a-b', 'NAME=AQ_a-b'],
  ['a b', "NAME='a b'"],
  ['', undefined],
  [undefined, undefined],
])('writes %j', (value, line) => {
  expect(envLine('NAME', value)).toBe(line);
});

it('writes a comment, and never the value, if no quoting is safe', () => {
  expect(envLine('NAME', 'a\nEVIL=1')).toMatch(/^# NAME is left out: .+$/);
});
