import { describe, expect, it } from 'vitest';
import { isProfileName, profileNameOf } from './profile-name.ts';

describe('a profile name', () => {
  it.each(['default', 'work', 'a', '2', 'my-site.example', 'a_b', 'x'.repeat(64), 'console'])('can be %s', (name) => {
    expect(isProfileName(name)).toBe(true);
  });

  it.each([
    '',
    '.',
    '..',
    '../up',
    'a/b',
    'a\\b',
    'Work',
    ' work',
    'wörk',
    '-work',
    '.work',
    'work.',
    'con',
    'aux.txt',
    'lpt1',
    'x'.repeat(65),
    'a\0b',
    'a:b',
  ])('cannot be %j', (name) => {
    expect(isProfileName(name)).toBe(false);
    expect(() => profileNameOf(name)).toThrow(expect.objectContaining({ code: 'wrong_usage' }));
  });

  it.each(['con', 'CON', 'nul', 'com1.x', 'LPT9'])('cannot be %s, because Windows reserves it', (name) => {
    expect(() => profileNameOf(name)).toThrow(
      expect.objectContaining({ detail: expect.stringContaining(`\u201c${name}\u201d`) }),
    );
    expect(() => profileNameOf(name)).toThrow(
      expect.objectContaining({ detail: expect.stringContaining('Windows reserves it') }),
    );
  });

  it('is suggested in lower case', () => {
    expect(() => profileNameOf('Work')).toThrow(
      expect.objectContaining({ detail: expect.stringContaining('Try work.') }),
    );
  });
});
