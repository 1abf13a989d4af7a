import { expect, it } from 'vitest';
import { parseCommandLine } from '../../main/parse-args.ts';
import type { CommandProcess } from '../../main/process.ts';

async function valueOf(flag: 'base' | 'host', text: string): Promise<unknown> {
  const run = { outputs: {} as CommandProcess['outputs'], packageFolder: new URL('../../../../', import.meta.url) };
  return (await parseCommandLine(['serve', `--${flag}`, text], run))?.options[flag];
}

it.each([
  ['/listening', '/listening'],
  ['/listening/', '/listening'],
  ['/my/lists', '/my/lists'],
  ['/.well-known/~me', '/.well-known/~me'],
  ['/...', '/...'],
  ['/', ''],
])('serves below the path %s', async (text, base) => {
  expect(await valueOf('base', text)).toBe(base);
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
  await expect(valueOf('base', text)).rejects.toMatchObject({
    code: 'wrong_usage',
    detail: expect.stringMatching(/such as \/listening.*letters, digits/),
  });
});

// What is a loopback address in any spelling must be known as one: only there, other sites cannot read the lists.
it.each([
  ['127.0.0.1', '127.0.0.1'],
  [' 127.0.0.1 ', '127.0.0.1'],
  ['127.1', '127.0.0.1'],
  ['LOCALHOST', 'localhost'],
  ['::ffff:127.0.0.1', '127.0.0.1'],
  ['[::1]', '::1'],
  ['0:0:0:0:0:0:0:1', '::1'],
  ['::', '::'],
  ['0', '0.0.0.0'],
  ['mac.local', 'mac.local'],
])('listens on the address %j as %s', async (text, host) => {
  expect(await valueOf('host', text)).toBe(host);
});

it.each(['', ' ', '[::1', '127.0.0.1:80', 'http://localhost', 'a b', 'a/b', 'me@localhost', '%'])(
  'refuses the address %j, and says what is allowed',
  async (text) => {
    await expect(valueOf('host', text)).rejects.toMatchObject({
      code: 'wrong_usage',
      detail: expect.stringMatching(/such as 0\.0\.0\.0/),
    });
  },
);
