import { expect, it } from 'vitest';
import { parseCommandLine } from '../../main/parse-args.ts';
import type { CommandProcess } from '../../main/process.ts';

async function baseOf(text: string): Promise<unknown> {
  const run = { outputs: {} as CommandProcess['outputs'], packageFolder: new URL('../../../../', import.meta.url) };
  return (await parseCommandLine(['serve', '--base', text], run))?.options['base'];
}

it.each([
  ['/listening', '/listening'],
  ['/listening/', '/listening'],
  ['/my/lists', '/my/lists'],
  ['/.well-known/~me', '/.well-known/~me'],
  ['/...', '/...'],
  ['/', ''],
])('serves below the path %s', async (text, base) => {
  expect(await baseOf(text)).toBe(base);
});

// A browser asks for another path than each of these, or none at all.
it.each([
  '/..',
  '/.',
  '/a/../b',
  '/a/..',
  '/./a',
  '//x',
  '/a//b',
  'a',
  '/a b',
  '/a?b',
  '/a#b',
  '/%2e%2e',
  '/a\\b',
  '/ü',
])('refuses the path %s, and says what is allowed', async (text) => {
  await expect(baseOf(text)).rejects.toMatchObject({
    code: 'wrong_usage',
    detail: expect.stringMatching(/such as \/listening.*letters, digits/),
  });
});
