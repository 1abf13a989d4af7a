import { expect, it } from 'vitest';
import { isLoopbackHost } from './loopback.ts';

it.each(['127.0.0.1', '127.0.0.1:8888', '127.9.9.9:8888', '[::1]:8888', 'LocalHost:8888'])(
  '%s names this machine',
  (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  },
);

it.each([
  '',
  'evil.example',
  '127.0.0.1.evil.example',
  '127.0.0.evil.example',
  'localhost:8888.evil.example',
  '::1',
  '[::1]x',
])('%j does not name this machine', (host) => {
  expect(isLoopbackHost(host)).toBe(false);
});
