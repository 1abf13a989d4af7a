import { describe, expect, it } from 'vitest';
import { errorCodes, errorTable, type ErrorCode } from './error-table.ts';
import { explain } from './explain.ts';

describe.each(errorCodes)('%s', (code) => {
  const { message } = errorTable[code];
  const { title, reason, cure } = explain({ code });

  it('says what happened, why, and what to do, in sentences', () => {
    for (const sentence of [message, reason, cure]) {
      expect(sentence).toMatch(/^\p{Lu}.{15,}[.]$/u);
      expect(sentence.length).toBeLessThanOrEqual(160);
    }
    expect(title).toMatch(/^\p{Lu}.{5,50}[^.]$/u);
  });

  it('has no straight quotes or stray blanks', () => {
    expect(`${title}${message}${reason}${cure}`).not.toMatch(/['"]| {2}|\s$/);
  });
});

it('gives each error a title and a message of its own', () => {
  expect(new Set(errorCodes.map((code) => explain({ code }).title)).size).toBe(errorCodes.length);
  expect(new Set(errorCodes.map((code) => errorTable[code].message)).size).toBe(errorCodes.length);
});

it('prefers the cure of the case', () => {
  expect(explain({ code: 'network', cure: 'Plug it in.' })).toEqual({
    ...explain({ code: 'network' }),
    cure: 'Plug it in.',
  });
});

it('explains a code that only a newer copy of the package knows', () => {
  expect(explain({ code: 'from_the_future' as ErrorCode })).toEqual(explain({ code: 'unexpected' }));
});
