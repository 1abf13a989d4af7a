import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandBench, type CommandBench } from '../../../test/support/command/in-process.ts';
import { clientId } from '../../../test/support/keeper/keeper-bench.ts';

let bench: CommandBench;
beforeEach(() => {
  bench = commandBench();
});
afterEach(() => bench.close());

describe('SPOTIFY_API_URL without SPOTIFY_ACCOUNTS_URL', () => {
  const env = { SPOTIFY_API_URL: 'https://example.com' };

  it.each([
    ['login', '--client-id', clientId],
    ['login', '--client-id', clientId, '--grant', 'temporary'],
    ['login', '--client-id', clientId, '--with-token'],
    ['renew'],
    ['token'],
    ['api', '/me'],
    ['check'],
    ['env', '-'],
    ['push', 'github', '--repo', 'me/site'],
    ['serve', '--no-open'],
    ['snapshot', 'lists'],
  ])('stops a command that could send a token of Spotify there: %s %s %s', async (...args) => {
    await bench.login();
    const { code, stderr } = await bench.run(args, { env, stdin: 'AQ' });
    expect(code).toBe(2);
    expect(stderr).toContain('SPOTIFY_API_URL is https://example.com');
    expect(stderr).toContain('SPOTIFY_ACCOUNTS_URL');
  });

  it.each([['status'], ['scopes'], ['logout']])('does not stop %s, which sends nothing', async (command) => {
    await bench.login();
    expect((await bench.run([command], { env })).code).toBe(0);
  });
});
