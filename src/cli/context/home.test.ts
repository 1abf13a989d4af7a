import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { homeFolder } from './home.ts';

it.each([
  [{ refrainHome: '/somewhere', configHome: '/config' }, 'linux', '/somewhere'],
  [{ refrainHome: 'here', configHome: '/config' }, 'linux', resolve('here')],
  [{ configHome: '/config' }, 'linux', '/config/refrain'],
  [{ configHome: 'relative' }, 'linux', '/home/refrain/.config/refrain'],
  [{}, 'darwin', '/home/refrain/.config/refrain'],
  [{}, 'win32', '/home/refrain/AppData/Roaming/refrain'],
] as const)('%j on %s is %s', (given, platform, expected) => {
  const environment = { refrainHome: undefined, configHome: undefined, ...given };
  expect(homeFolder(environment, platform, '/home/refrain')).toBe(join(expected));
});
