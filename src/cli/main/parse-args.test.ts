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
});
