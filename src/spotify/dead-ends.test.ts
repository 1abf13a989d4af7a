import { expect, it } from 'vitest';
import { deadEnds } from './dead-ends.ts';

it('has each line once, and each cure once', () => {
  const lines = deadEnds.flatMap(({ said }) => said);
  expect(new Set(lines).size).toBe(lines.length);
  expect(new Set(deadEnds.map(({ code }) => code)).size).toBe(deadEnds.length);
});

it.each([
  ['redirect_uri: Not matching configuration', 'redirect_uri_mismatch'],
  ['INVALID_CLIENT: Insecure redirect URI', 'redirect_uri_insecure'],
  ['Illegal scope', 'scope_illegal'],
])('knows %s', (line, code) => {
  expect(deadEnds.find(({ said }) => said.includes(line))?.code).toBe(code);
});
