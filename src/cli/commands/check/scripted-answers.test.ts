import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandBench, type CommandBench } from '../../../../test/support/command/in-process.ts';
import { hour } from '../../../../test/support/keeper/keeper-bench.ts';

let bench: CommandBench;
beforeEach(async () => {
  bench = commandBench();
  await bench.login();
  bench.clock.time += 2 * hour;
});
afterEach(() => bench.close());

/** A well-formed error of the Web API. */
const errorBody = (status: number, message: string) => ({ error: { status, message } });

describe.each([
  [404, 'non existing id'],
  [418, 'I am a teapot'],
])('an error of the Web API that is not in the table: %i %s', (status, message) => {
  it('is shown as Spotify\u2019s answer: api', async () => {
    bench.controls.answerNext({ path: '/v1/*', status, body: errorBody(status, message), times: 9 });
    const { code, stderr } = await bench.run(['api', '/me/player/recently-played']);
    const cure = 'Check the request, or try again later. The token is not the cause.';
    const says = `error: Spotify answered with an error: HTTP ${status}.\nSpotify says: ${message}\n${cure}\n`;
    expect([code, stderr]).toEqual([1, says]);
  });

  it('is shown as Spotify\u2019s answer: check', async () => {
    bench.controls.answerNext({ path: '/v1/*', status, body: errorBody(status, message), times: 9 });
    const { code, stdout } = await bench.run(['check']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ok +Network /m);
    expect(stdout).toMatch(/^ok +Refresh token /m);
    const says = `Spotify answered with an error: HTTP ${status}. Spotify says: ${message}.`;
    expect(stdout).toMatch(new RegExp(`^unknown +Premium, User list +${says}`, 'm'));
  });

  it('leaves the token as it is: token', async () => {
    bench.controls.answerNext({ path: '/api/token', status, body: errorBody(status, message) });
    const { code, stderr } = await bench.run(['token']);
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^error: Spotify refused to issue a token\..*\nTry again\./),
    ]);
    bench.clock.time += hour;
    expect(await bench.run(['token'])).toMatchObject({ code: 0 });
  });
});

it('a 429 before the sign-in says until when to wait: check', async () => {
  const headers = { 'retry-after': '7' };
  bench.controls.answerNext({ path: '/authorize', status: 429, headers, body: 'Too many requests' });
  const { code, stdout } = await bench.run(['check']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^unknown +Redirect URI +Rate limited by Spotify until \d\d:\d\d:07\. Wait until then\./m);
});
