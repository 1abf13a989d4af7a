import { describe, expect, it } from 'vitest';
import { deadEnds, findDeadEnd } from './dead-ends.ts';

const codeOf = (pasted: string) => findDeadEnd(pasted)?.code;

it('has each text once and each code once', () => {
  const lines = deadEnds.flatMap(({ texts }) => texts);
  expect(new Set(lines).size).toBe(lines.length);
  expect(new Set(deadEnds.map(({ code }) => code)).size).toBe(deadEnds.length);
});

describe('a text pasted from Spotify', () => {
  it.each(deadEnds.flatMap(({ texts, code }) => texts.map((text) => [text, code] as const)))(
    'is found by its line: %s',
    (text, code) => {
      expect(codeOf(text)).toBe(code);
      expect(codeOf(`  ${text.toUpperCase()}\n`)).toBe(code);
    },
  );

  it.each([
    ['a whole page', 'Spotify\n\nINVALID_CLIENT: Invalid redirect URI\n\nHelp', 'redirect_uri_mismatch'],
    ['other punctuation', '“redirect_uri:  Insecure”.', 'redirect_uri_insecure'],
    ['a part of the line', 'not matching configuration', 'redirect_uri_mismatch'],
    ['a longer line that begins with another one', 'response_type must be code or token', 'response_type_wrong'],
  ])('is found in %s', (_, pasted, code) => {
    expect(codeOf(pasted)).toBe(code);
  });

  it.each([
    ['nothing', ''],
    ['blanks and punctuation', ' … '],
    ['too short a part', 'client'],
    ['a part of two different lines', 'INVALID_CLIENT: Invalid'],
    ['another error', 'Oops! Something went wrong'],
  ])('is unknown if it is %s', (_, pasted) => {
    expect(codeOf(pasted)).toBeUndefined();
  });
});
