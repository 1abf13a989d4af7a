import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandBench, type CommandBench } from '../../../test/support/command/in-process.ts';
import { failureOf } from '../../../test/support/failure-of.ts';

let bench: CommandBench;
beforeEach(() => (bench = commandBench()));
afterEach(() => bench.close());

it.each([
  ['token', ['token']],
  ['api', ['api', '/me']],
])('%s warns if it uses a saved access token and the refresh token is rejected', async (_, args) => {
  const { keeper, refreshToken } = await bench.login();
  expect((await bench.run(args)).stderr).toBe('');
  bench.controls.answerNext('refresh_token_called_revoked');
  await failureOf(() => keeper.refreshNow());
  const { code, stderr } = await bench.run(args);
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /^Spotify rejected this token early\. Run `refrain check` to find out why\.\nRefrain uses the saved access token until /,
  );
  expect(stderr).not.toContain(refreshToken);
});
