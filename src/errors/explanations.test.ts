import { describe, expect, it } from 'vitest';
import { errorCodes, explanations } from './explanations.ts';
import { isRefrainError, RefrainError } from './refrain-error.ts';

describe.each(errorCodes)('%s', (code) => {
  const { title, message, why, cure } = explanations[code];

  it('says what happened, why, and what to do, in sentences', () => {
    for (const sentence of [message, why, cure]) {
      expect(sentence).toMatch(/^\p{Lu}.{15,}[.]$/u);
      expect(sentence.length).toBeLessThanOrEqual(160);
    }
    expect(title).toMatch(/^\p{Lu}.{5,50}[^.]$/u);
  });

  it('is set as readers expect', () => {
    expect(`${title}${message}${why}${cure}`).not.toMatch(/['"]| {2}|\s$/);
  });
});

it('gives each failure a title and a message of its own', () => {
  expect(new Set(errorCodes.map((code) => explanations[code].title)).size).toBe(errorCodes.length);
  expect(new Set(errorCodes.map((code) => explanations[code].message)).size).toBe(errorCodes.length);
});

describe('RefrainError', () => {
  it('carries the words of its code', () => {
    const error = new RefrainError('access_denied');
    expect(error).toMatchObject({ name: 'RefrainError', code: 'access_denied', ...explanations.access_denied });
    expect(String(error)).toBe('RefrainError: Consent was refused, so there is no token.');
    expect(isRefrainError(error)).toBe(true);
    expect(isRefrainError(new Error('access_denied'))).toBe(false);
  });

  it.each([
    ['server_error', 'server_error'],
    ['a\u001b[31mb\u0000c\u202ed\u2028e', 'a [31mb c d e'],
    ['  so  ', 'so'],
    ['\ud800half', 'half'],
    ['\u{1f3b5}'.repeat(400), '\u{1f3b5}'.repeat(300)],
  ])('makes one short, plain line of what Spotify said: %j', (said, line) => {
    expect(new RefrainError('authorization_refused', { spotifySaid: said }).spotifySaid).toBe(line);
  });
});
