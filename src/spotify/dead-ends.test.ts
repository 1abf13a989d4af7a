import { expect, it } from 'vitest';
import { deadEnds } from './dead-ends.ts';

it('has each text once and each code once', () => {
  const lines = deadEnds.flatMap(({ texts }) => texts);
  expect(new Set(lines).size).toBe(lines.length);
  expect(new Set(deadEnds.map(({ code }) => code)).size).toBe(deadEnds.length);
});

it.each([
  ['redirect_uri: Not matching configuration', 'redirect_uri_mismatch'],
  ['INVALID_CLIENT: Insecure redirect URI', 'redirect_uri_insecure'],
  ['Illegal scope', 'scope_illegal'],
])('finds the code of %s', (line, code) => {
  expect(deadEnds.find(({ texts }) => texts.includes(line))?.code).toBe(code);
});
