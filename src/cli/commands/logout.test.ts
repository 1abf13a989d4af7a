import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandBench, type CommandBench } from '../../../test/support/command/in-process.ts';
import { clientId } from '../../../test/support/keeper/keeper-bench.ts';

let bench: CommandBench;
beforeEach(() => {
  bench = commandBench();
});
afterEach(() => bench.close());

const accountApps = 'https://www.spotify.com/account/apps/';

it('says that the token still works at Spotify only if there was one', async () => {
  await bench.login();
  expect((await bench.run(['logout'])).stderr).toContain(accountApps);
  expect((await bench.run(['logout'])).stderr).toBe('Not logged in (profile \u201cdefault\u201d).\n');
  expect((await bench.run(['logout', '--profile', 'work'])).stderr).toBe('Not logged in (profile \u201cwork\u201d).\n');
});

it('says it of a token that is left in the variable too', async () => {
  const env = { SPOTIFY_CLIENT_ID: clientId, SPOTIFY_REFRESH_TOKEN: 'AQ' };
  expect((await bench.run(['logout'], { env })).stderr).toContain(accountApps);
});
