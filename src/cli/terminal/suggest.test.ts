import { describe, expect, it } from 'vitest';
import { closestMatch, didYouMean } from './suggest.ts';

const known = ['login', 'logout', 'user-top-read', 'user-read-private', 'playlist-read-private'];

describe('closestTo', () => {
  it.each([
    ['user-top-raed', 'user-top-read'],
    ['USER-TOP-READ', 'user-top-read'],
    ['lgoin', 'login'],
    ['top', 'user-top-read'],
    ['user_read_private', 'user-read-private'],
  ])('takes %s for %s', (typed, meant) => {
    expect(closestMatch(typed, known)[0]).toBe(meant);
  });

  it('gives nothing for what is like nothing', () => {
    expect(closestMatch('xylophone', known)).toEqual([]);
    expect(closestMatch('', known)).toEqual([]);
  });

  it('does not count an empty distance for a long text', () => {
    expect(closestMatch('x'.repeat(100_000), known)).toEqual([]);
  });
});

describe('didYouMean', () => {
  it('names the nearest, or says nothing', () => {
    expect(didYouMean('user-top-raed', known)).toBe(' Did you mean user-top-read?');
    expect(didYouMean('private', known)).toBe(' Did you mean user-read-private or playlist-read-private?');
    expect(didYouMean('xylophone', known)).toBe('');
  });
});
