import { expect, it } from 'vitest';
import { toJsonText } from './json.ts';

it.each([
  ['a C0 control', '\u001b[31m'],
  ['delete', '\u007f'],
  ['a C1 control', 'a\u009b31m'],
  ['a bidi override', 'abc\u202egpj.exe'],
  ['a bidi isolate', '\u2066x\u2069'],
  ['a zero-width character', 'a\u200bb\ufeff'],
  ['a line separator', 'a\u2028b\u2029'],
  ['a tag beyond the first plane', '\u{e0041}'],
  ['half a surrogate', '\ud800'],
])('%s is escaped, and comes back unchanged', (_, value) => {
  const text = toJsonText({ [value]: [value] });
  expect(text).not.toMatch(/\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}/u);
  expect(JSON.parse(text)).toEqual({ [value]: [value] });
});

it('leaves letters, symbols and emoji as they are', () => {
  expect(toJsonText({ name: 'Sóley · 宇多田 🎧' })).toBe('{"name":"Sóley · 宇多田 🎧"}');
});
