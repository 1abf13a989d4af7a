import { describe, expect, it } from 'vitest';
import { startOnFreePort } from './free-port.ts';

/** Stands for what listens: refuses taken ports as the system does, and gives the port that it got. */
function listener(taken: readonly number[]) {
  return (port: number) =>
    taken.includes(port)
      ? Promise.reject(Object.assign(new Error('taken'), { code: 'EADDRINUSE' }))
      : Promise.resolve(port);
}
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('a free port', () => {
  it('is the one that was asked for', async () => {
    expect(await startOnFreePort(8888, listener([]))).toBe(8888);
  });

  it('is the next where that one is taken', async () => {
    expect(await startOnFreePort(8888, listener([8888, 8889]))).toBe(8890);
  });

  it('is any where all that come next are taken', async () => {
    expect(await startOnFreePort(8888, listener(range(8888, 9888)))).toBe(0);
  });

  it('is never above the last', async () => {
    expect(await startOnFreePort(65_534, listener([65_534, 65_535]))).toBe(0);
  });

  it('is any where any was asked for', async () => {
    expect(await startOnFreePort(0, listener(range(1, 100)))).toBe(0);
  });

  it('does not hide that a port may not be used', async () => {
    const refused = Object.assign(new Error('not allowed'), { code: 'EACCES' });
    await expect(startOnFreePort(80, () => Promise.reject(refused))).rejects.toBe(refused);
  });
});
