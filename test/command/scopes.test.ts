import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scopes } from '../../src/spotify/scopes.ts';
import { refrainBench, type RefrainBench } from '../support/command/refrain.ts';

let bench: RefrainBench;
beforeAll(async () => {
  bench = await refrainBench();
});
afterAll(() => bench.close());

const json = async (...args: string[]) => JSON.parse((await bench.run(['scopes', ...args, '--json'])).stdout);

describe('refrain scopes', () => {
  it('lists all 19 scopes, each on a line', async () => {
    const { code, stdout, stderr } = await bench.run(['scopes']);
    expect([code, stderr]).toEqual([0, '']);
    for (const { name, description } of scopes) expect(stdout).toMatch(new RegExp(`^ +${name} +${description}$`, 'm'));
    expect(stdout).not.toContain('\u001B');
    const listed = (await json()).scopes.map((scope: { name: string }) => scope.name);
    expect(listed).toEqual(scopes.map(({ name }) => name));
    expect(listed).toHaveLength(19);
  });

  it('explains one scope, and marks calls that are closed in development mode', async () => {
    const { stdout } = await bench.run(['scopes', 'user-follow-modify']);
    expect(stdout).toContain('Follow and unfollow');
    expect(stdout).toMatch(/PUT +\/me\/library$/m);
    expect(stdout).toMatch(/PUT +\/me\/following +closed in development mode$/m);
  });

  it('names the scopes that a call needs', async () => {
    const { code, stdout } = await bench.run(['scopes', '--for', 'GET /me/player/recently-played']);
    expect([code, stdout]).toEqual([0, 'GET /me/player/recently-played\n  user-read-recently-played\n']);
    expect(await json('--for', 'get https://api.spotify.com/v1/search?q=x')).toEqual({
      operations: [{ method: 'GET', path: '/search', closed: false, scopes: [], note: null }],
    });
  });

  it('lists presets, and the scopes of one', async () => {
    expect((await bench.run(['scopes', '--preset'])).stdout).toContain('playback-control');
    const { stdout } = await bench.run(['scopes', '--preset', 'Now playing']);
    expect(stdout.match(/user-\S+/g)).toEqual(['user-read-currently-playing', 'user-read-playback-state']);
  });

  it.each([
    [['user-top-raed'], 'user-top-read'],
    [['--preset', 'now-plaing'], 'now-playing'],
    [['--for', 'GET /me/top/track'], 'GET /me/top/tracks'],
    [['--for', 'POST /me/player'], 'PUT /me/player'],
    [['--fro', 'GET /me'], '--for'],
    [['user-top-read', '--for', 'GET /me'], 'only one of NAME'],
  ])('refuses %j and says what to do', async (args, hint) => {
    const { code, stdout, stderr } = await bench.run(['scopes', ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(hint);
    expect((await json(...args)).error.code).toBe('wrong_usage');
  });
});
