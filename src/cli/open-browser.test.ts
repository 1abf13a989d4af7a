import { afterEach, describe, expect, it, vi } from 'vitest';
import { browserCommand, openBrowser } from './open-browser.ts';

afterEach(() => vi.unstubAllEnvs());

describe('opening the browser', () => {
  it.each(['linux', 'darwin', 'win32', 'freebsd'] as const)('hands over the address in one piece on %s', (platform) => {
    const [program, ...args] = browserCommand('http://127.0.0.1:8888/?a=1&b=$(c)', platform);
    expect(args.at(-1)).toBe('http://127.0.0.1:8888/?a=1&b=$(c)');
    expect(program).not.toMatch(/sh$|cmd/);
  });

  it('does no harm where there is no program for it', async () => {
    vi.stubEnv('PATH', '');
    expect(await openBrowser('http://127.0.0.1:8888/')).toBe(false);
  });

  it.each(['file:///etc/passwd', 'javascript:alert(1)', '--help'])('refuses %s', (address) => {
    expect(() => openBrowser(address)).toThrow(TypeError);
  });
});
