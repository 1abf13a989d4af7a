import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { thisProcess } from './claimant.ts';

afterEach(() => vi.unstubAllGlobals());

interface FakeMachine {
  readonly pid?: number;
  readonly hostname?: () => string;
  readonly readFileSync?: (path: string) => string;
  readonly readlinkSync?: (path: string) => string;
  /** Returns the code of the error that it throws. Undefined: the process is found. */
  readonly kill?: (pid: number) => string | undefined;
}

const missing = () => {
  throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
};

/** A claimant in a process of another machine. */
function claimantIn({
  pid = 7,
  hostname = () => 'here',
  readFileSync = missing,
  readlinkSync = missing,
  kill,
}: FakeMachine) {
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
  it('a process runs until it ends', async () => {
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
  const create = (more: FakeMachine = {}) => claimantIn({ ...proc({ 7: '100', 8: '200', 9: 'zombie' }), ...more });

  it.each([
    ['one that runs', 8, '200', true],
    ['one whose ID now belongs to another process', 8, '150', false],
    ['one that has ended and still has its ID', 9, '200', false],
    ['itself', 7, '100', true],
    ['an earlier one with the ID of this process', 7, '50', false],
  ])('tells whether a process is alive: %s', async (_, pid, startedAt, alive) => {
    const one = create();
    expect(await one.isAlive({ ...one.name, pid, startedAt })).toBe(alive);
  });

  it('does not know whether one of another user, whose start is hidden, is alive', async () => {
    const one = create({ kill: (pid) => (pid === 10 ? 'EPERM' : undefined) });
    expect(await one.isAlive({ ...one.name, pid: 10, startedAt: '200' })).toBeUndefined();
  });
});

describe('without /proc', () => {
  it.each([
    ['one that is gone', 'ESRCH', false],
    ['one of another user', 'EPERM', undefined],
    ['one that this runtime may not check', undefined, undefined],
    ['one whose ID is in use', '', undefined],
  ])('tells only what is certain of a process: %s', async (_, code, alive) => {
    const kill = () => {
      if (code === undefined) throw new Error('Requires run access');
      return code;
    };
    const one = claimantIn({ kill });
    expect(await one.isAlive({ ...one.name, pid: 8 })).toBe(alive);
  });

  it('knows that this process is alive, and not whether an earlier one with the same ID is: a container may have been started again', async () => {
    const one = claimantIn({});
    expect(await one.isAlive(one.name)).toBe(true);
    expect(await claimantIn({}).isAlive(one.name)).toBe(true);
    expect(await one.isAlive({ host: one.name.host, pid: one.name.pid })).toBeUndefined();
    expect(await one.isAlive({ ...one.name, startedAt: 'another start' })).toBeUndefined();
  });

  it('a runtime without a host name has a random one', async () => {
    const refuse = () => {
      throw new Error('Requires sys access');
    };
    const one = claimantIn({ hostname: refuse });
    expect(await one.isAlive(one.name)).toBe(true);
    expect(await claimantIn({ hostname: refuse }).isAlive(one.name)).toBeUndefined();
  });

  it('a runtime without processes has a random name, made when it is needed', async () => {
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
