import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../../test/support/failure-of.ts';
import { formatTarget, parseTarget, readEnvironmentName, readRepository } from './push-target.ts';

describe('a push target', () => {
  it('is formatted as one text', () => {
    expect(formatTarget({ location: 'me/site', environment: undefined })).toBe('me/site');
    expect(formatTarget({ location: 'me/site', environment: 'production' })).toBe('me/site --env production');
  });

  it('is parsed back unchanged', () => {
    const environment = fc
      .stringMatching(/^[^-\s][ -~]{0,20}$/)
      .map((text) => text.trim())
      .filter((text) => !text.includes(' --env '));
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((location) => !location.endsWith(' --env')),
        environment,
        (location, name) => {
          expect(parseTarget(formatTarget({ location, environment: name }))).toEqual({ location, environment: name });
        },
      ),
    );
    expect(parseTarget('/home/me/site')).toEqual({ location: '/home/me/site', environment: undefined });
  });
});

describe('a repository', () => {
  it.each([
    ['me/site', 'me/site'],
    [' me/me.github.io ', 'me/me.github.io'],
    ['https://github.com/me/site', 'me/site'],
    ['https://github.com/me/site.git', 'me/site'],
    ['git@github.com:me/site.git', 'me/site'],
    ['ssh://git@github.com/me/site.git', 'me/site'],
    ['github.com/me/site/', 'me/site'],
    ['git.example.com/me/site', 'git.example.com/me/site'],
    ['https://git.example.com/me/.github', 'git.example.com/me/.github'],
  ])('is read from %s', (typed, name) => {
    expect(readRepository(typed)).toBe(name);
  });

  it.each([
    '',
    'site',
    '-R/site',
    '--help',
    'me/site/pulls/1/2',
    'me/ site',
    'me/$(id)',
    'me/-x',
    'https://github.com/',
  ])('is not %j', async (typed) => {
    expect((await failureOf(() => readRepository(typed))).code).toBe('wrong_usage');
  });
});

it('refuses a name of an environment that could be read as a flag', async () => {
  expect(readEnvironmentName(' github-pages ')).toBe('github-pages');
  for (const name of ['', ' ', '--body', 'a\nb', 'a --env b']) {
    expect((await failureOf(() => readEnvironmentName(name))).code).toBe('wrong_usage');
  }
});
