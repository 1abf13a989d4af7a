import { describe, expect, it } from 'vitest';
import { chooseRoute, defaultRedirectUri, firstRedirectUri, sentRedirectUri } from './callback-route.ts';

type Flags = Parameters<typeof chooseRoute>[0];

/** What is registered, listened at, and sent if the system gives port 41000. */
function routeOf(flags: Flags, otherwise = defaultRedirectUri) {
  const route = chooseRoute(flags, otherwise);
  const { registered, listensAt } = route;
  return { registered, at: listensAt && Object.values(listensAt).join(' '), sent: sentRedirectUri(route, 41_000) };
}

describe('chooseRoute', () => {
  it.each<[flags: Flags, otherwise: string, registered: string, at: string | undefined, sent: string]>([
    [
      {},
      defaultRedirectUri,
      'http://127.0.0.1:8888/callback',
      '127.0.0.1 8888 /callback',
      'http://127.0.0.1:8888/callback',
    ],
    [{}, firstRedirectUri, 'http://127.0.0.1/', '127.0.0.1 0 /', 'http://127.0.0.1:41000/'],
    [{}, 'http://127.0.0.1:9/a', 'http://127.0.0.1:9/a', '127.0.0.1 9 /a', 'http://127.0.0.1:9/a'],
    [
      { port: 9 },
      firstRedirectUri,
      'http://127.0.0.1:9/callback',
      '127.0.0.1 9 /callback',
      'http://127.0.0.1:9/callback',
    ],
    [
      { port: 0 },
      defaultRedirectUri,
      'http://127.0.0.1/callback',
      '127.0.0.1 0 /callback',
      'http://127.0.0.1:41000/callback',
    ],
    [
      { redirectUri: 'http://[::1]:3000/cb?a=b' },
      defaultRedirectUri,
      'http://[::1]:3000/cb?a=b',
      '[::1] 3000 /cb',
      'http://[::1]:3000/cb?a=b',
    ],
    [
      { redirectUri: 'http://127.0.0.1:80/' },
      defaultRedirectUri,
      'http://127.0.0.1:80/',
      '127.0.0.1 80 /',
      'http://127.0.0.1:80/',
    ],
    [
      { redirectUri: 'http://127.0.0.1' },
      defaultRedirectUri,
      'http://127.0.0.1',
      '127.0.0.1 0 /',
      'http://127.0.0.1:41000',
    ],
    [
      { redirectUri: 'https://example.com/cb' },
      defaultRedirectUri,
      'https://example.com/cb',
      undefined,
      'https://example.com/cb',
    ],
  ])('%j, otherwise %s: registers %s, listens at %s, sends %s', (flags, otherwise, registered, at, sent) => {
    expect(routeOf(flags, otherwise)).toEqual({ registered, at, sent });
  });

  it.each<[flags: Flags, text: RegExp]>([
    [{ redirectUri: 'http://localhost:8888/callback' }, /localhost.*Use http:\/\/127\.0\.0\.1:8888\/callback/],
    [{ redirectUri: 'https://localhost/callback' }, /localhost/],
    [{ redirectUri: 'http://example.com/' }, /Use https:\/\/example\.com\//],
    [{ redirectUri: 'http://127.0.0.2:8888/' }, /only 127\.0\.0\.1/],
    [{ redirectUri: 'http://127.0.0.1:0/' }, /Leave the port out/],
    [{ redirectUri: 'http://127.0.0.1:99999/' }, /not a complete address/],
    [{ redirectUri: 'myapp://callback' }, /must start with/],
    [{ redirectUri: '8888' }, /not a complete address/],
    [{ redirectUri: '' }, /empty/],
    [{ redirectUri: defaultRedirectUri, port: 8888 }, /cannot be used together/],
  ])('%j is wrong usage', (flags, text) => {
    expect(() => chooseRoute(flags, defaultRedirectUri)).toThrow(
      expect.objectContaining({ code: 'wrong_usage', detail: expect.stringMatching(text) }),
    );
  });
});
