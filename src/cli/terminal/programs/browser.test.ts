import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browserCommand, openBrowser } from './browser.ts';
import { timeLimits } from '../../../../test/support/time-limits.ts';

afterEach(() => vi.unstubAllEnvs());

describe('openBrowser', () => {
  it.each(['linux', 'darwin', 'win32', 'freebsd'] as const)('passes the address as one argument on %s', (platform) => {
    const [program, ...args] = browserCommand('http://127.0.0.1:8888/?a=1&b=$(c)', platform);
    expect(args.at(-1)).toBe('http://127.0.0.1:8888/?a=1&b=$(c)');
    expect(program).not.toMatch(/sh$|cmd/);
  });

  it('returns false if there is no program for it', async () => {
    vi.stubEnv('PATH', '');
    expect(await openBrowser('http://127.0.0.1:8888/')).toBe(false);
  });

  it('reports a program that fails, and only that', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'opener-'));
    const [program] = browserCommand('http://127.0.0.1/', process.platform);
    const script = `#!/bin/sh\necho > '${folder}/'$(basename "$1")\ntest $(basename "$1") = good\n`;
    writeFileSync(join(folder, program), script, { mode: 0o755 });
    vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
    const failed: string[] = [];
    const open = (name: string) => openBrowser(`http://127.0.0.1:8888/${name}`, () => failed.push(name));
    expect(await open('good')).toBe(true);
    await vi.waitFor(() => expect(existsSync(join(folder, 'good'))).toBe(true), { timeout: timeLimits.wait });
    expect(await open('bad')).toBe(true);
    await vi.waitFor(() => expect(failed).toContain('bad'), { timeout: timeLimits.wait });
    expect(failed).toEqual(['bad']);
    rmSync(folder, { recursive: true });
  });

  it.each(['file:///etc/passwd', 'javascript:alert(1)', '--help'])('refuses %s', (address) => {
    expect(() => openBrowser(address)).toThrow(TypeError);
  });
});
