import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refrainBench, type RefrainBench } from '../support/command/refrain.ts';
import { startRefrain } from '../support/command/started.ts';

let bench: RefrainBench;
beforeEach(async () => {
  bench = await refrainBench();
});
afterEach(() => bench.close());

const lists = ['now-playing', 'recently-played', 'top/tracks', 'top/artists'];
const scopes = ['user-read-recently-played', 'user-read-currently-playing', 'user-top-read'];

/** Starts `refrain serve`, and ends it after the work. */
async function serving<Value>(flags: readonly string[], work: (url: string) => Promise<Value>) {
  const started = startRefrain(bench, ['serve', '--port', '0', '--no-open', ...flags]);
  const [, url = ''] = await started.prints(/^(http:\S+)\n/m);
  try {
    const value = await work(url);
    return { value, log: started.stderr() };
  } finally {
    started.child.kill('SIGTERM');
    expect(await started.ended).toMatchObject({ code: 0, signal: null });
  }
}

const jsonOf = async (url: string) => (await fetch(url)).json() as Promise<Record<string, unknown>>;

/** Sends a request with any Host, which `fetch` does not allow. */
function requestWith(host: string, url: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET /recently-played.json HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    );
    let answer = '';
    socket.on('data', (bytes) => (answer += String(bytes)));
    socket.once('end', () => resolve(answer)).once('error', reject);
  });
}

describe('practice', () => {
  it('is served on this machine if no token was ever saved, and every answer says so', () =>
    serving([], async (url) => {
      for (const list of lists) {
        expect(await jsonOf(`${url}${list}.json`)).toMatchObject({ practice: true, list });
        for (const format of ['svg', 'html', 'txt']) {
          const answer = await fetch(`${url}${list}.${format}`);
          expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('Practice')]);
        }
      }
      const index = await fetch(url);
      expect([index.status, await index.text()]).toEqual([200, expect.stringContaining('Practice')]);
    }));

  it('has buttons that break Spotify: the visitor sees the same songs, and only the age changes', () =>
    serving([], async (url) => {
      const press = async (action: string, origin = new URL(url).origin) => {
        const body = new URLSearchParams({ change: action });
        return (await fetch(`${url}practice`, { method: 'POST', body, headers: { origin }, redirect: 'manual' }))
          .status;
      };
      const first = await jsonOf(`${url}top/tracks.json`);
      expect([await press('down'), await press('hour')]).toEqual([303, 303]);
      for (let hours = 0; hours < 6; hours += 1) await press('hour');
      await jsonOf(`${url}top/tracks.json`);
      await expect
        .poll(() => jsonOf(`${url}top/tracks.json`))
        .toMatchObject({
          state: 'failing',
          items: first['items'],
          problem: { code: 'spotify_unavailable' },
        });
      expect(await (await fetch(`${url}top/tracks.txt`)).text()).toMatch(/7 h ago/i);
      expect(await press('restart')).toBe(303);
      expect(await jsonOf(`${url}top/tracks.json`)).toMatchObject({ state: 'fresh', problem: null });
      expect(await press('down', 'https://evil.example')).toBe(403);
    }));

  it('is never served to others, nor if a token was saved before', async () => {
    expect((await bench.run(['serve', '--port', '0', '--host', '0.0.0.0'])).code).toBe(3);
    expect((await bench.run(['serve', '--port', '0', '--host', '0.0.0.0', '--practice'])).code).toBe(2);
    await bench.login();
    await bench.run(['logout']);
    expect((await bench.run(['serve', '--port', '0', '--json'])).code).toBe(3);
    await serving(['--practice'], async (url) => {
      expect(await jsonOf(`${url}recently-played.json`)).toMatchObject({ practice: true });
    });
  });
});

describe('the lists of a token', () => {
  it('are served, cached in files, and erased by logout', async () => {
    await bench.login({ scopes });
    const folder = join(bench.home, 'profiles', 'default', 'lists');
    await serving([], async (url) => {
      for (const list of lists) expect(await jsonOf(`${url}${list}.json`)).toMatchObject({ list, problem: null });
      expect(await jsonOf(`${url}health`)).toMatchObject({ status: 'ok' });
      expect(await (await fetch(url)).text()).not.toContain('Practice');
    });
    expect(readdirSync(folder).length).toBeGreaterThanOrEqual(4);
    bench.emulator.controls.forgetRequests();
    await serving([], async (url) => {
      expect(await jsonOf(`${url}top/artists.json`)).toMatchObject({ state: 'fresh' });
    });
    expect(bench.emulator.controls.requests.filter(({ path }) => path.startsWith('/v1/'))).toEqual([]);
    await bench.run(['logout']);
    expect(existsSync(folder)).toBe(false);
  });

  it('are read by pages of this machine only', async () => {
    await bench.login({ scopes });
    await serving([], async (url) => {
      const allowed = async (origin: string) =>
        (await fetch(`${url}recently-played.json`, { headers: { origin } })).headers.get('access-control-allow-origin');
      expect(await allowed('http://localhost:3000')).toBe('*');
      expect(await allowed('https://evil.example')).toBeNull();
      expect(await requestWith('evil.example', url)).toMatch(/^HTTP\/1\.1 421 /);
      expect(await requestWith(new URL(url).host, url)).toMatch(/^HTTP\/1\.1 200 /);
    });
  });

  it('are served below a path, with a log that has no query', async () => {
    await bench.login({ scopes });
    const { log } = await serving(['--base', '/music'], async (url) => {
      expect(new URL(url).pathname).toBe('/music/');
      expect((await fetch(`${url}recently-played.svg?width=320`)).status).toBe(200);
      expect((await fetch(new URL('/recently-played.svg', url))).status).toBe(404);
      expect((await fetch(new URL('/music', url))).url).toBe(url);
    });
    expect(log).toMatch(/ GET \/music\/recently-played\.svg 200 \d+ ms\n/);
    expect(log).not.toContain('width');
  });
});

it('says that its port is in use', () =>
  serving([], async (url) => {
    const { code, stderr } = await bench.run(['serve', '--port', new URL(url).port]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('--port N')]);
  }));
