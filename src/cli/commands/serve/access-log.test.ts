import { expect, it } from 'vitest';
import { accessLine } from './access-log.ts';

const entry = {
  at: Date.parse('2026-11-28T12:00:00Z'),
  method: 'GET',
  path: '/music/top/tracks.svg',
  status: 200,
  milliseconds: 3.4,
};

it('names method, path, status and time', () => {
  expect(accessLine(entry)).toMatch(/^\d\d:\d\d:\d\d GET \/music\/top\/tracks\.svg 200 3 ms\n$/);
});

it('hides what may be a secret in a path', () => {
  const path = `/callback/${'Zm9yIG5vYm9keSB0byBzZWU'.repeat(3)}/x`;
  expect(accessLine({ ...entry, path })).toContain('GET /callback/\u2026/x 200');
});

it('cannot control a terminal, or begin another line', () => {
  const line = accessLine({ ...entry, method: 'GE\nT', path: '/a\u001B[2J\n\u202Eb' });
  expect(line).not.toMatch(/[\p{Cc}\p{Cf}](?!$)/u);
});
