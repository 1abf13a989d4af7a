import { expect, it } from 'vitest';
import { toGitArgument } from './env-text.ts';

it.each([
  ['.env', 'linux', '.env'],
  ['web/.env.local', 'win32', 'web/.env.local'],
  ['my site/.env', 'linux', "-- 'my site/.env'"],
  ["it's.env", 'darwin', "-- 'it'\\''s.env'"],
  ['-.env', 'linux', "-- '-.env'"],
  ['C:\\my site\\.env', 'win32', '-- "C:\\my site\\.env"'],
] as const)('writes the path %s as an argument on %s', (path, platform, argument) => {
  expect(toGitArgument(path, platform)).toBe(argument);
});
