import { describe, expect, it } from 'vitest';
import { readPolicy, createServedDocument } from './served-document.ts';

const page = (policy: string) =>
  `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Refrain</title>`;

describe('createServedDocument', () => {
  it('names the callback path, and changes nothing else', () => {
    const built = page("default-src 'none'; connect-src https://accounts.spotify.com; base-uri 'none'");
    expect(createServedDocument(built)).toBe(
      built.replace('<title>', '<meta name="refrain-callback" content="/callback"><title>'),
    );
  });

  it('keeps a dollar sign', () => {
    expect(createServedDocument(page("script-src $& $1 $'"))).toContain("script-src $& $1 $'");
  });

  it('rejects a page without a policy', () => {
    expect(() => createServedDocument('<title>Refrain</title>')).toThrow('no Content Security Policy');
  });
});

describe('readPolicy', () => {
  it('decodes the attribute as a browser does', () => {
    expect(readPolicy(page('script-src &#39;sha256-a+b/c=&#39;; report-to &quot;a&amp;b&quot;'))).toBe(
      `script-src 'sha256-a+b/c='; report-to "a&b"`,
    );
  });

  it('is undefined if the page has no policy', () => {
    expect(readPolicy('<title>Refrain</title>')).toBeUndefined();
  });
});
