import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../../test/support/failure-of.ts';
import { environmentNamed, placeFrom, placeText, repositoryNamed } from './place.ts';

describe('a place', () => {
  it('reads as its own text', () => {
    expect(placeText({ where: 'me/site', environment: undefined })).toBe('me/site');
    expect(placeText({ where: 'me/site', environment: 'production' })).toBe('me/site --env production');
  });

  it('comes back as it was, whatever folder and environment', () => {
    const environment = fc
      .stringMatching(/^[^-\s][ -~]{0,20}$/)
      .map((text) => text.trim())
      .filter((text) => !text.includes(' --env '));
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((where) => !where.endsWith(' --env')),
        environment,
        (where, name) => {
          expect(placeFrom(placeText({ where, environment: name }))).toEqual({ where, environment: name });
        },
      ),
    );
    expect(placeFrom('/home/me/site')).toEqual({ where: '/home/me/site', environment: undefined });
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
    expect(repositoryNamed(typed)).toBe(name);
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
    expect((await failureOf(() => repositoryNamed(typed))).code).toBe('wrong_usage');
  });
});

it('takes no name of an environment that would be read as a flag', async () => {
  expect(environmentNamed(' github-pages ')).toBe('github-pages');
  for (const name of ['', ' ', '--body', 'a\nb', 'a --env b']) {
    expect((await failureOf(() => environmentNamed(name))).code).toBe('wrong_usage');
  }
});
