import { expect, it } from 'vitest';
import { resolveHost } from './resolve-host.ts';

it.each([
  ['its own name', ['127.0.1.1'], '127.0.1.1'],
  ['both kinds of loopback', ['::1', '127.0.0.1'], '::1'],
  ['an address in the network too', ['127.0.0.1', '192.168.1.2'], 'mac.local'],
  ['the network', ['192.168.1.2'], 'mac.local'],
  ['all addresses', ['0.0.0.0'], 'mac.local'],
  ['nothing', [], 'mac.local'],
])('a name that leads to %s: %j is %s', async (_, addresses, expected) => {
  expect(await resolveHost('mac.local', async () => addresses.map((address) => ({ address })))).toBe(expected);
});

it('leaves a name that is not known', async () => {
  expect(await resolveHost('mac.local', () => Promise.reject(new Error('ENOTFOUND')))).toBe('mac.local');
});

it.each(['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'])('leaves %s', async (host) => {
  expect(await resolveHost(host)).toBe(host);
});
