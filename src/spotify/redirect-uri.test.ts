import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeRedirectUri, redirectUriOf } from './redirect-uri.ts';

describe('judgeRedirectUri', () => {
  it.each([
    'https://me.github.io/refrain/',
    'https://example.com',
    'https://example.com:8443/callback?from=spotify',
    'https://Example.com/Callback',
    'https://example.com/my-page/',
    'https://192.168.1.5/callback',
    'http://127.0.0.1/',
    'http://127.0.0.1:8888/callback',
    'http://127.0.0.1',
    'http://[::1]/',
    'http://[::1]:3000/callback',
    'https://127.0.0.1:8443/',
    'https://localhost.example.com/',
    'my-app://callback',
    'com.example.app:/oauth2redirect',
    'HTTPS://example.com/',
  ])('allows %s', (uri) => {
    expect(judgeRedirectUri(uri)).toEqual({ verdict: 'allowed' });
  });

  it.each([
    // localhost in any spelling
    ['http://localhost:8888/callback', 'redirect_uri_localhost', 'http://127.0.0.1:8888/callback'],
    ['https://localhost/', 'redirect_uri_localhost', 'https://127.0.0.1/'],
    ['http://LocalHost:3000/', 'redirect_uri_localhost', 'http://127.0.0.1:3000/'],
    ['http://localhost.:3000/', 'redirect_uri_localhost', 'http://127.0.0.1:3000/'],
    ['http://app.localhost:3000/', 'redirect_uri_localhost', 'http://127.0.0.1:3000/'],
    ['http://localhost:3000/my-app/', 'redirect_uri_localhost', 'http://127.0.0.1:3000/'],
    ['localhost:3000/cb', 'redirect_uri_malformed', 'http://127.0.0.1:3000/cb'],
    // http on other hosts
    ['http://example.com/', 'redirect_uri_insecure', 'https://example.com/'],
    ['http://192.168.1.5:8080/', 'redirect_uri_insecure', 'https://192.168.1.5:8080/'],
    ['http://my-nas.local/refrain/', 'redirect_uri_insecure', 'https://my-nas.local/refrain/'],
    ['HTTP://example.com/', 'redirect_uri_insecure', 'https://example.com/'],
    // this machine by another name
    ['http://127.1:8888/', 'redirect_uri_insecure', 'http://127.0.0.1:8888/'],
    ['http://127.0.0.2/', 'redirect_uri_insecure', 'http://127.0.0.1/'],
    ['http://2130706433/', 'redirect_uri_insecure', 'http://127.0.0.1/'],
    ['http://0.0.0.0:8888/', 'redirect_uri_insecure', 'http://127.0.0.1:8888/'],
    ['http://127.0.0.1.:8888/', 'redirect_uri_insecure', 'http://127.0.0.1:8888/'],
    ['http://[0:0:0:0:0:0:0:1]:8888/', 'redirect_uri_insecure', 'http://[::1]:8888/'],
    ['http://[::ffff:127.0.0.1]/', 'redirect_uri_insecure', 'http://127.0.0.1/'],
    // hyphens on loopback
    ['http://127.0.0.1:5678/rest/oauth2-credential/callback', 'redirect_uri_malformed', 'http://127.0.0.1:5678/'],
    ['http://[::1]/a-b', 'redirect_uri_malformed', 'http://[::1]/'],
    // not a redirect URI
    ['', 'redirect_uri_malformed', undefined],
    ['   ', 'redirect_uri_malformed', undefined],
    ['https://', 'redirect_uri_malformed', undefined],
    ['https:///callback', 'redirect_uri_malformed', undefined],
    ['callback', 'redirect_uri_malformed', undefined],
    ['/callback', 'redirect_uri_malformed', undefined],
    ['file:///home/me/index.html', 'redirect_uri_malformed', undefined],
    ['javascript:alert(1)', 'redirect_uri_malformed', undefined],
    ['data:text/html,hi', 'redirect_uri_malformed', undefined],
    ['https://*.example.com/', 'redirect_uri_malformed', undefined],
    // almost a redirect URI
    [' https://example.com/\n', 'redirect_uri_malformed', 'https://example.com/'],
    ['example.com/callback', 'redirect_uri_malformed', 'https://example.com/callback'],
    ['example.com:8443/callback', 'redirect_uri_malformed', 'https://example.com:8443/callback'],
    ['127.0.0.1:8888', 'redirect_uri_malformed', 'http://127.0.0.1:8888'],
    ['https://example.com/#', 'redirect_uri_malformed', 'https://example.com/'],
    ['http://localhost/#/callback', 'redirect_uri_malformed', 'http://127.0.0.1/'],
    ['https://me:pass@example.com/', 'redirect_uri_malformed', 'https://example.com/'],
    ['https://example.com/späti', 'redirect_uri_malformed', 'https://example.com/sp%C3%A4ti'],
    ['https://example.com/a b', 'redirect_uri_malformed', 'https://example.com/a%20b'],
  ])('refuses %j as %s', (uri, code, instead) => {
    const judgement = judgeRedirectUri(uri);
    expect(judgement).toEqual({
      verdict: 'refused',
      code,
      reason: expect.stringMatching(/^[A-Z].+\.$/),
      ...(instead === undefined ? {} : { instead }),
    });
  });

  const hosts = fc.oneof(
    fc.webAuthority(),
    fc.constantFrom('localhost', '127.0.0.1', '[::1]', '10.0.0.7', 'a.localhost.'),
  );
  const uris = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.webUrl({ validSchemes: ['http', 'https'], withFragments: true }),
    fc
      .tuple(fc.constantFrom('http', 'https', 'file', 'app'), hosts, fc.webPath())
      .map(([s, h, p]) => `${s}://${h}${p}`),
  );

  it('suggests only what it allows, and never the same address', () => {
    fc.assert(
      fc.property(uris, (uri) => {
        const judgement = judgeRedirectUri(uri);
        fc.pre(judgement.verdict === 'refused' && judgement.instead !== undefined);
        const { instead = '' } = judgement as { instead?: string };
        expect(judgeRedirectUri(instead)).toEqual({ verdict: 'allowed' });
        expect(instead).not.toBe(uri);
      }),
    );
  });

  it('allows http only on the two loopback addresses, and never localhost', () => {
    const urls = fc.tuple(fc.constantFrom('http', 'https'), hosts, fc.webPath()).map(([s, h, p]) => `${s}://${h}${p}`);
    fc.assert(
      fc.property(urls, (uri) => {
        fc.pre(judgeRedirectUri(uri).verdict === 'allowed');
        const { protocol, hostname } = new URL(uri);
        expect(protocol === 'https:' || hostname === '127.0.0.1' || hostname === '[::1]').toBe(true);
        expect(hostname).not.toMatch(/(^|\.)localhost\.?$/);
      }),
    );
  });
});

describe('redirectUriOf', () => {
  it.each([
    ['https://me.github.io/refrain/', 'https://me.github.io/refrain/'],
    ['https://me.github.io/refrain/index.html?scope=all#top', 'https://me.github.io/refrain/'],
    ['https://example.com', 'https://example.com/'],
    ['https://example.com:8443/a/b', 'https://example.com:8443/a/'],
    ['http://127.0.0.1:8888/?code=AQ&state=x', 'http://127.0.0.1:8888/'],
    ['http://[::1]:8888/app/index.html', 'http://[::1]:8888/app/'],
  ])('of the page %s is %s', (page, sent) => {
    expect(redirectUriOf(page)).toEqual({ sent, judgement: { verdict: 'allowed' } });
  });

  it('suggests the same path on 127.0.0.1 to a page on localhost', () => {
    expect(redirectUriOf('http://localhost:4173/index.html?client_id=x').judgement).toMatchObject({
      code: 'redirect_uri_localhost',
      instead: 'http://127.0.0.1:4173/',
    });
  });

  it.each(['http://127.0.0.1:8888/my-page/', 'http://localhost:8888/my-page/index.html', 'http://0.0.0.0/a-b/'])(
    'suggests no other folder, because the page may not be served there: %s',
    (page) => {
      const { judgement } = redirectUriOf(page);
      expect(judgement.verdict).toBe('refused');
      expect(judgement).not.toHaveProperty('instead');
    },
  );

  it('refuses a page that was opened as a file', () => {
    expect(redirectUriOf('file:///home/me/refrain/index.html').judgement).toMatchObject({
      code: 'redirect_uri_malformed',
    });
  });
});
