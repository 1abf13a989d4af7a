import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandBench, type CommandBench } from '../../../test/support/command/in-process.ts';
import { clientId } from '../../../test/support/keeper/keeper-bench.ts';

let bench: CommandBench;
beforeEach(() => {
  bench = commandBench();
});
afterEach(() => bench.close());

describe('the value of a flag', () => {
  it.each([
    ['a redirect URI in quotes', '--redirect-uri', '"http://127.0.0.1/cb"'],
    ['a redirect URI in curly quotes', '--redirect-uri', '\u201chttp://127.0.0.1/cb\u201d'],
    ['a scope in quotes', '--scope', "'user-top-read'"],
    ['a preset in quotes', '--preset', '"Now playing"'],
    ['a grant from a file with CRLF', '--grant', 'authorization_code_pkce\r'],
    ['a number in quotes', '--timeout', '"30"'],
    ['a profile in quotes', '--profile', '"work"'],
  ])('has no quotes, blanks or line ends around it: %s', async (_, flag, value) => {
    const { code, stderr } = await bench.run(['login', '--client-id', clientId, flag, value]);
    expect(stderr).toContain('Logged in');
    expect(code).toBe(0);
  });

  it('keeps the name of a file', async () => {
    await bench.run(['login', '--client-id', clientId]);
    const file = join(bench.home, "'odd'");
    const { code, stderr } = await bench.run(['status', '--ics', file]);
    expect([code, stderr]).toEqual([0, expect.stringContaining("'odd'")]);
  });
});

describe('wrong usage', () => {
  it.each([
    ['an unknown flag', ['renew', '--nope'], 'renew'],
    ['a wrong value', ['login', '--port', 'x'], 'login'],
    ['an argument too many', ['token', 'more'], 'token'],
    ['a missing argument', ['--profile', 'status', 'snapshot'], 'snapshot'],
  ])('names the help of the command: %s', async (_, args, command) => {
    const { code, stderr } = await bench.run(args);
    expect(code).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toContain(`refrain ${command} --help\` for usage.`);
  });

  it.each([
    [['login', '--port', 'x'], '--port \u201cx\u201d is not valid. It must be a number from 0 to 65535.'],
    [['login', '--grant', 'x'], '--grant \u201cx\u201d is not valid. Allowed choices are authorization_code_pkce, '],
    [['status', '--soon'], '--soon needs a value: DAYS. '],
    [['snapshot'], 'DIR is missing. '],
  ])('is named first in the error: %j', async (args, says) => {
    const { stderr } = await bench.run(args);
    expect(stderr.replaceAll('\n', ' ')).toContain(`error: ${says}`);
  });
});

describe('a value that looks like a token or a secret', () => {
  const token = `AQ${'x7_Y'.repeat(16)}`;
  const secret = '0f5e1d2c3b4a59687766554433221100';
  const signIn = ['login', '--client-id', clientId];

  it.each([
    [...signIn, '--with-token', '--authorized-at'],
    [...signIn, '--scope'],
    [...signIn, '--preset'],
    [...signIn, '--grant'],
    [...signIn, '--port'],
    [...signIn, '--timeout'],
    [...signIn, '--redirect-uri'],
    ['env', '--get'],
    ['push'],
    ['push', 'github', '--repo'],
    ['push', '--forget'],
    ['scopes'],
    ['scopes', '--for'],
    ['serve', '--base'],
    ['snapshot', 'lists', '--list'],
    [],
  ])('is not repeated, however it came there: %j', async (...args) => {
    for (const value of [token, secret]) {
      await bench.login();
      const { code, stdout, stderr } = await bench.run([...args, value], { stdin: token });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).not.toMatch(/x7_Yx7|0f5e1d2c/);
    }
  });

  it.each(['SPOTIFY_AUTHORIZED_AT', 'SPOTIFY_ACCOUNTS_URL', 'SPOTIFY_API_URL'])(
    'is not repeated if it is in the wrong variable: %s',
    async (name) => {
      for (const value of [token, secret]) {
        const env = { SPOTIFY_CLIENT_ID: clientId, SPOTIFY_REFRESH_TOKEN: token, [name]: value };
        const { code, stderr } = await bench.run(['token'], { env });
        expect(code).toBe(2);
        expect(stderr).toContain(name);
        expect(stderr).not.toMatch(/x7_Yx7|0f5e1d2c/);
      }
    },
  );

  it.each([
    ['a date', ['login', '--with-token', '--authorized-at', '24.11.2026'], '24.11.2026'],
    ['a scope', [...signIn, '--scope', 'user-read-recently-playd'], 'user-read-recently-playd'],
    ['a folder', ['env', '/srv/my-long-project-folder-of-2026/nope/.env'], '/srv/my-long-project-folder-of-2026/nope'],
  ])('is not every long one: %s is named', async (_, args, shown) => {
    await bench.login();
    expect((await bench.run(args, { stdin: token })).stderr).toContain(shown);
  });
});

it.each([
  ['top/tracks:short_term,top/tracks:long_term', true],
  ['AQBnotforanyonestoseeAQBnotforanyonestosee/AQBnotforanyone', false],
])('shows the long value %s of a flag only if it cannot be a token: %s', async (value, isShown) => {
  const { code, stderr } = await bench.run(['snapshot', 'site', '--list', value]);
  expect([code, stderr.includes(value)]).toEqual([2, isShown]);
});
