import { expect, it } from 'vitest';
import { forThisMachine, isForThisMachine, isFromOwnPage, isLoopbackAddress } from './guard.ts';

const requestWith = (headers: Record<string, string>) =>
  new Request('http://127.0.0.1:8787/recently-played.json', { headers });

/** A list as the handler answers it. */
const list = () =>
  new Response('[]', {
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      Vary: 'Accept-Encoding',
    },
  });

it.each([
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['::1', true],
  ['[::1]', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.1.2', false],
  ['127.0.0.1.evil.example', false],
])('%s is an address of this machine only: %s', (host, expected) => {
  expect(isLoopbackAddress(host)).toBe(expected);
});

it.each([
  ['127.0.0.1:8787', true],
  ['localhost:8787', true],
  // As `--host 127.0.0.2` listens.
  ['127.0.0.2:8787', true],
  ['evil.example', false],
  ['127.0.0.1.evil.example:8787', false],
])('a request for %s names this machine: %s', (host, expected) => {
  expect(isForThisMachine(requestWith({ host }))).toBe(expected);
});

it.each([
  ['http://localhost:3000', '*'],
  ['http://127.0.0.1:8787', '*'],
  ['https://evil.example', null],
  ['http://localhost.evil.example', null],
  ['null', null],
  [undefined, null],
])('a page of %s may read a list: %s', (origin, allowed) => {
  const { headers } = forThisMachine(list(), requestWith(origin === undefined ? {} : { origin }));
  expect(headers.get('access-control-allow-origin')).toBe(allowed);
  expect(headers.get('vary')).toBe('Accept-Encoding, Origin, Referer');
});

it.each([
  ['http://localhost:3000/', 'cross-origin'],
  ['http://127.0.0.1:3000/', 'cross-origin'],
  ['https://evil.example/', 'same-site'],
  ['http://localhost.evil.example/', 'same-site'],
  [undefined, 'same-site'],
])('a page at %s may show a card: %s', (referer, policy) => {
  const { headers } = forThisMachine(list(), requestWith(referer === undefined ? {} : { referer }));
  expect(headers.get('cross-origin-resource-policy')).toBe(policy);
});

it('a page elsewhere may not, even with a referrer of this machine', () => {
  const { headers } = forThisMachine(
    list(),
    requestWith({ origin: 'https://evil.example', referer: 'http://localhost:3000/' }),
  );
  expect(headers.get('cross-origin-resource-policy')).toBe('same-site');
});

it('only the page of the same server may change something', () => {
  expect(isFromOwnPage(requestWith({ origin: 'http://127.0.0.1:8787' }))).toBe(true);
  for (const origin of ['http://127.0.0.1:3000', 'https://evil.example', 'null']) {
    expect(isFromOwnPage(requestWith({ origin }))).toBe(false);
  }
  expect(isFromOwnPage(requestWith({}))).toBe(false);
});
