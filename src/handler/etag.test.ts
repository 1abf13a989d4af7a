import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKnownTo, makeEtag } from './etag.ts';

describe('makeEtag', () => {
  it('is a weak tag that a header can carry, for any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect(await makeEtag(text)).toMatch(/^W\/"[\w-]+"$/);
      }),
    );
  });

  it('differs between texts that differ in one character', async () => {
    const texts = Array.from({ length: 5000 }, (_, index) => `{"playedAt":${1_790_000_000_000 + index}}`);
    expect(new Set(await Promise.all(texts.map(makeEtag))).size).toBe(texts.length);
    expect(await makeEtag('ab')).not.toBe(await makeEtag('ba'));
  });
});

describe('isKnownTo', () => {
  it.each([
    ['W/"a"', true],
    ['"a"', true],
    ['"x", W/"a"', true],
    ['*', true],
    ['W/"b"', false],
    ['a', false],
    ['', false],
    [null, false],
  ])('answers %s with %s', (header, isKnown) => {
    expect(isKnownTo(header, 'W/"a"')).toBe(isKnown);
  });
});
