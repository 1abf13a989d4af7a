import { expect, it } from 'vitest';
import { wrap } from './text.ts';

it('breaks between words, never inside one', () => {
  expect(wrap('one two three four five six', 20)).toBe('one two three four\nfive six');
  expect(wrap(`see ${'x'.repeat(30)} there`, 20)).toBe(`see\n${'x'.repeat(30)}\nthere`);
  expect(wrap('a\n\nb\n', 20)).toBe('a\n\nb\n');
});

it('does not break a command in backticks that fits on a line', () => {
  expect(wrap('To fix it, run `refrain login` now.', 20)).toBe('To fix it, run\n`refrain login` now.');
  expect(wrap('  (`refrain env -`) and `refrain renew`.', 20)).toBe('  (`refrain env -`)\n  and\n  `refrain renew`.');
  expect(wrap('run `refrain login --port 8888`', 20)).toBe('run `refrain login\n--port 8888`');
  expect(wrap('one ` two three four five', 20)).toBe('one ` two three four\nfive');
});

it('keeps the indent of a line on its continuation lines', () => {
  expect(wrap('  one two three four five', 20)).toBe('  one two three four\n  five');
  expect(wrap('  scopes  one two three', 20, 8)).toBe('  scopes  one two\n          three');
  expect(wrap('  short', 20, 8)).toBe('  short');
});

it('does not count colours', () => {
  expect(wrap('\u001b[1mone two three four\u001b[22m', 20)).toBe('\u001b[1mone two three four\u001b[22m');
});

it('counts two columns for a wide character', () => {
  expect(wrap('\u524d\u7530\u6566\u5b50 \u524d\u7530\u6566\u5b50 five', 20)).toBe(
    '\u524d\u7530\u6566\u5b50 \u524d\u7530\u6566\u5b50\nfive',
  );
});

it('changes nothing if there is no screen', () => {
  expect(wrap('x '.repeat(200), undefined)).toBe('x '.repeat(200));
});
