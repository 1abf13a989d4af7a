import { describe, expect, it } from 'vitest';
import { startOnFreePort } from './free-port.ts';

/** A server that rejects ports in use as the system does, and resolves to its port. */
function listenUnless(inUse: readonly number[]) {
  return (port: number) =>
    inUse.includes(port)
      ? Promise.reject(Object.assign(new Error('in use'), { code: 'EADDRINUSE' }))
      : Promise.resolve(port);
}
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('startOnFreePort', () => {
  it('uses the requested port', async () => {
    expect(await startOnFreePort(8888, listenUnless([]))).toBe(8888);
  });

  it('uses the next free port if the requested one is in use', async () => {
    expect(await startOnFreePort(8888, listenUnless([8888, 8889]))).toBe(8890);
  });

  it('uses any free port if the next ones are in use', async () => {
    expect(await startOnFreePort(8888, listenUnless(range(8888, 9888)))).toBe(0);
  });

  it('tries no port above 65535', async () => {
    expect(await startOnFreePort(65_534, listenUnless([65_534, 65_535]))).toBe(0);
  });

  it('uses any free port if port 0 is requested', async () => {
    expect(await startOnFreePort(0, listenUnless(range(1, 100)))).toBe(0);
  });

  it('reports a port that is not allowed', async () => {
    const refused = Object.assign(new Error('not allowed'), { code: 'EACCES' });
    await expect(startOnFreePort(80, () => Promise.reject(refused))).rejects.toMatchObject({
      code: 'port_not_permitted',
      detail: 'Port 80 is not permitted: ports below 1024 need administrator rights.',
    });
  });

  it('passes on any other error', async () => {
    const error = new Error('other');
    await expect(startOnFreePort(80, () => Promise.reject(error))).rejects.toBe(error);
  });
});
