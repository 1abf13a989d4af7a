import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { thisProcess } from './claimant.ts';

afterEach(() => vi.unstubAllGlobals());

interface World {
  readonly pid?: number;
  readonly hostname?: () => string;
  readonly readFileSync?: (path: string) => string;
  readonly readlinkSync?: (path: string) => string;
  /** Throws the error with this code, or finds the process. */
  readonly kill?: (pid: number) => string | undefined;
}

const missing = () => {
  throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
};

/** A claimant in a process of another world. */
function claimantIn({ pid = 7, hostname = () => 'here', readFileSync = missing, readlinkSync = missing, kill }: World) {
  vi.stubGlobal('process', {
    pid,
    platform: 'other',
    getBuiltinModule: (name: string) => (name === 'node:fs' ? { readFileSync, readlinkSync } : { hostname }),
    kill(asked: number) {
      const code = kill?.(asked);
      if (code) throw Object.assign(new Error(code), { code });
      return true;
    },
  });
  return thisProcess();
}

const proc = (starts: Record<number, string>) => ({
  readFileSync(path: string) {
    if (path.endsWith('boot_id')) return 'boot';
    const [, pid] = /^\/proc\/(\d+)\/stat$/.exec(path) ?? [];
    const start = starts[Number(pid)];
    if (start === undefined) return missing();
    return `${pid} (a) b) ${start === 'zombie' ? 'Z' : 'S'} ${Array.from({ length: 18 }, (_, at) => at).join(' ')} ${start} 0`;
  },
  readlinkSync: () => 'pid:[1]',
});

describe('on this machine', () => {
  it('a process lives until it has ended, and its number is nobody else', async () => {
    const one = thisProcess();
    expect(await one.isAlive(one.name)).toBe(true);
    expect(await thisProcess().isAlive(one.name)).toBe(true);
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const name = { ...one.name, pid: child.pid };
    expect(await one.isAlive(name)).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await one.isAlive(name)).toBe(false);
    expect(await one.isAlive({ ...one.name, host: 'another' })).toBeUndefined();
  });
});

describe('with /proc', () => {
  const world = (more: World = {}) => claimantIn({ ...proc({ 7: '100', 8: '200', 9: 'zombie' }), ...more });

  it.each([
    ['one that runs', 8, '200', true],
    ['one whose number was given again', 8, '150', false],
    ['one that has ended and was not yet buried', 9, '200', false],
    ['itself', 7, '100', true],
    ['one of before with its own number', 7, '50', false],
  ])('%s', async (_, pid, startedAt, alive) => {
    const one = world();
    expect(await one.isAlive({ ...one.name, pid, startedAt })).toBe(alive);
  });

  it('one of another user, whose folder is hidden, may well live', async () => {
    const one = world({ kill: (pid) => (pid === 10 ? 'EPERM' : undefined) });
    expect(await one.isAlive({ ...one.name, pid: 10, startedAt: '200' })).toBeUndefined();
  });
});

describe('without /proc', () => {
  it.each([
    ['one that is gone', 'ESRCH', false],
    ['one of another user', 'EPERM', undefined],
    ['one that nobody may ask about', undefined, undefined],
    ['one whose number is taken', '', undefined],
  ])('%s', async (_, code, alive) => {
    const kill = () => {
      if (code === undefined) throw new Error('Requires run access');
      return code;
    };
    const one = claimantIn({ kill });
    expect(await one.isAlive({ ...one.name, pid: 8 })).toBe(alive);
  });

  it('itself lives; one of before with the same number (a container that was started again) may not', async () => {
    const one = claimantIn({});
    expect(await one.isAlive(one.name)).toBe(true);
    expect(await claimantIn({}).isAlive(one.name)).toBe(true);
    expect(await one.isAlive({ host: one.name.host, pid: one.name.pid })).toBeUndefined();
    expect(await one.isAlive({ ...one.name, startedAt: 'another start' })).toBeUndefined();
  });

  it('a runtime that tells no host name has a random one', async () => {
    const refuse = () => {
      throw new Error('Requires sys access');
    };
    const one = claimantIn({ hostname: refuse });
    expect(await one.isAlive(one.name)).toBe(true);
    expect(await claimantIn({ hostname: refuse }).isAlive(one.name)).toBeUndefined();
  });

  it('a runtime without processes has a random name, and asks for none before it is needed', async () => {
    vi.stubGlobal('process', undefined);
    vi.stubGlobal('crypto', {
      randomUUID() {
        throw new Error('Disallowed operation called within global scope');
      },
    });
    const one = thisProcess();
    vi.unstubAllGlobals();
    vi.stubGlobal('process', undefined);
    expect(one.name.host).toMatch(/^[0-9a-f-]{36}$/);
    expect(one.name.host).toBe(one.name.host);
    expect(await one.isAlive(one.name)).toBe(true);
    expect(await one.isAlive(thisProcess().name)).toBeUndefined();
  });
});
