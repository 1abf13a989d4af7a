import { describe, expect, it } from 'vitest';
import { closestMatch, didYouMean } from './suggest.ts';

const known = ['login', 'logout', 'user-top-read', 'user-read-private', 'playlist-read-private'];

describe('closestMatch', () => {
  it.each([
    ['user-top-raed', 'user-top-read'],
    ['USER-TOP-READ', 'user-top-read'],
    ['lgoin', 'login'],
    ['top', 'user-top-read'],
    ['user_read_private', 'user-read-private'],
  ])('suggests for %s: %s', (typed, meant) => {
    expect(closestMatch(typed, known)[0]).toBe(meant);
  });

  it('is empty if nothing is similar', () => {
    expect(closestMatch('xylophone', known)).toEqual([]);
    expect(closestMatch('', known)).toEqual([]);
  });

  it('suggests nothing for a very long text', () => {
    expect(closestMatch('x'.repeat(100_000), known)).toEqual([]);
  });
});

describe('didYouMean', () => {
  it('names the most similar names, or is empty', () => {
    expect(didYouMean('user-top-raed', known)).toBe(' Did you mean user-top-read?');
    expect(didYouMean('private', known)).toBe(' Did you mean user-read-private or playlist-read-private?');
    expect(didYouMean('xylophone', known)).toBe('');
  });
});
