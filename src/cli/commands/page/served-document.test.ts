import { describe, expect, it } from 'vitest';
import { policyOf, createServedDocument } from './served-document.ts';

const origin = 'http://127.0.0.1:8889';
const page = (policy: string) =>
  `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Refrain</title>`;
const built = page(
  "default-src 'none'; connect-src https://accounts.spotify.com; img-src 'self' data:; base-uri 'none'",
);

describe('createServedDocument', () => {
  it('allows requests to the emulator and its images, and names it and the callback path', () => {
    expect(createServedDocument(built, origin, 'abc')).toBe(
      page(
        `default-src 'none'; connect-src https://accounts.spotify.com ${origin}; img-src 'self' data: ${origin}; base-uri 'none'`,
      ).replace(
        '<title>',
        `<meta name="refrain-emulator" content="${origin}" data-client-id="abc">` +
          '<meta name="refrain-callback" content="/callback"><title>',
      ),
    );
  });

  it.each([
    "connect-src 'self';img-src 'self'",
    "img-src 'self'; connect-src 'self';",
    "img-src 'self' ;\n connect-src 'self'",
  ])('reads a policy in any layout: %j', (policy) => {
    const changed = policyOf(createServedDocument(page(policy), origin, 'abc')) ?? '';
    for (const directive of ['connect-src', 'img-src']) {
      const sources = changed.split(';').find((part) => part.trim().startsWith(directive));
      expect(sources?.trim().split(/\s+/)).toEqual([directive, "'self'", origin]);
    }
  });

  it('does not change directives whose names only begin the same', () => {
    const changed = createServedDocument(page("connect-src-elem x; connect-src 'self'; img-src 'self'"), origin, 'abc');
    expect(policyOf(changed)).toContain('connect-src-elem x;');
  });

  it('escapes values in attributes', () => {
    const changed = createServedDocument(built, origin, '"><script>alert(1)</script>');
    expect(changed).not.toContain('<script>');
  });

  it('inserts a dollar sign literally', () => {
    expect(createServedDocument(built, origin, "$&$'$1")).toContain('data-client-id="$&amp;$&#39;$1"');
  });

  it('rejects a page without a policy to extend', () => {
    expect(() => createServedDocument('<title>Refrain</title>', origin, 'abc')).toThrow('no Content Security Policy');
    expect(() => createServedDocument(page("img-src 'self'"), origin, 'abc')).toThrow('no connect-src');
    expect(() => createServedDocument(page("connect-src 'self'"), origin, 'abc')).toThrow('no img-src');
  });
});

describe('policyOf', () => {
  it('decodes the attribute as a browser does', () => {
    expect(policyOf(page('script-src &#39;sha256-a+b/c=&#39;; report-to &quot;a&amp;b&quot;'))).toBe(
      `script-src 'sha256-a+b/c='; report-to "a&b"`,
    );
  });

  it('is undefined if the page has no policy', () => {
    expect(policyOf('<title>Refrain</title>')).toBeUndefined();
  });
});
