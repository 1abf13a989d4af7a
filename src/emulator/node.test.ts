import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startEmulator, type RunningEmulator, type StartEmulatorOptions } from './node.ts';

const running: RunningEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

async function started(options?: StartEmulatorOptions): Promise<RunningEmulator> {
  const emulator = await startEmulator(options);
  running.push(emulator);
  return emulator;
}

/** The status of a request with a Host of its own, which `fetch` would not send. */
function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest(`${url}/v1/me`, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('a running emulator', () => {
  it('answers on loopback, IPv4 and IPv6', async () => {
    const four = await started();
    expect(four.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${four.url}/v1/me`)).status).toBe(401);
    const six = await started({ hostname: '::1' });
    expect(six.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    expect((await fetch(`${six.url}/v1/me`)).status).toBe(401);
  });

  it('listens nowhere else', async () => {
    const hostname = '0.0.0.0' as '127.0.0.1';
    await expect(startEmulator({ hostname })).rejects.toThrow(/127\.0\.0\.1 or ::1/);
  });

  it.each(['emulator.sock', '', ' ', -1, 65_536, 1.5, Number.NaN])('needs a port, not %j', async (port) => {
    // Node would listen on a pipe with that name.
    await expect(startEmulator({ port: port as number })).rejects.toThrow(
      new TypeError('startEmulator: port must be a whole number from 0 to 65535.'),
    );
  });

  it('takes a port as a variable gives it', async () => {
    const first = await started();
    const { port } = new URL(first.url);
    // Only a port, not a pipe, can be in use.
    await expect(startEmulator({ port: port as never })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('refuses other names, such as an attacker’s that points here', async () => {
    const { url } = await started();
    expect(await statusFor(url, 'evil.example')).toBe(421);
    expect(await statusFor(url, 'accounts.spotify.com')).toBe(421);
    expect(await statusFor(url, `localhost:${new URL(url).port}`)).toBe(401);
  });

  it('reports that its port is in use', async () => {
    const { url } = await started();
    await expect(startEmulator({ port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('closes at once, with idle, stalled and half-sent requests open', async () => {
    const emulator = await started();
    const { port } = new URL(emulator.url);
    await (await fetch(emulator.url)).text();
    emulator.controls.answerNext({ stall: 'answer', path: '/v1/me' });
    emulator.controls.answerNext({ stall: 'body', path: '/v1/x' });
    const stalled = fetch(`${emulator.url}/v1/me`);
    const halfway = (await fetch(`${emulator.url}/v1/x`)).text();
    const halfSent = connect(Number(port), '127.0.0.1');
    await new Promise<void>((resolve) => {
      halfSent.write('POST /api/token HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99\r\n\r\na=', () => resolve());
    });
    const left = new Promise((resolve) => halfSent.on('close', resolve).on('error', () => {}));
    const ends = Promise.allSettled([stalled, halfway, left]);
    await emulator.close();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    await expect(fetch(emulator.url)).rejects.toThrow('fetch failed');
    await emulator.close();
  });

  it('cuts the connection if a script says so, and writes nothing to the console', async () => {
    const written = (['log', 'info', 'warn', 'error'] as const).map((method) => vi.spyOn(console, method));
    const emulator = await started();
    emulator.controls.answerNext('cut');
    await expect(fetch(`${emulator.url}/v1/me`)).rejects.toThrow('fetch failed');
    emulator.controls.answerNext({ cut: 'body' });
    const half = await fetch(`${emulator.url}/v1/me`);
    expect(half.status).toBe(401);
    await expect(half.text()).rejects.toThrow('terminated');
    expect((await fetch(`${emulator.url}/v1/me`)).status).toBe(401);
    for (const spy of written) expect(spy).not.toHaveBeenCalled();
  });

  it('does not replace Request and Response of the process', async () => {
    const { Request: before, Response: response } = globalThis;
    await started();
    expect([globalThis.Request, globalThis.Response]).toEqual([before, response]);
  });
});
