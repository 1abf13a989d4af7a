import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPageFiles } from './page-files.ts';
import { createPageHandler } from './page-handler.ts';

let parent: string;
let answer: (path: string, init?: RequestInit) => Response;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'refrain page '));
  const folder = join(parent, 'page');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(parent, 'secret.txt'), 'outside');
  writeFileSync(
    join(folder, 'index.html'),
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>Refrain</title>`,
  );
  writeFileSync(join(folder, 'assets', 'start.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'old.woff2'), new Uint8Array([0, 255, 1]));
  const handle = createPageHandler(readPageFiles(folder, (html) => html.replace('Refrain', 'Changed')));
  answer = (path, init = {}) =>
    handle(
      new Request(`http://127.0.0.1:8888${path}`, {
        ...init,
        headers: { host: '127.0.0.1:8888', ...(init.headers as Record<string, string>) },
      }),
    );
});

afterEach(() => rmSync(parent, { recursive: true, force: true }));

describe('the page handler', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/?client_id=abc&scope=all', 'text/html; charset=utf-8'],
    ['/callback?code=abc&state=def', 'text/html; charset=utf-8'],
    ['/assets/start.js', 'text/javascript; charset=utf-8'],
    ['/assets/old.woff2', 'font/woff2'],
  ])('serves %s as %s', (path, type) => {
    const response = answer(path);
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, type]);
  });

  it('changes only index.html', async () => {
    expect(await answer('/').text()).toContain('<title>Changed</title>');
    expect(await answer('/callback').text()).toBe(await answer('/').text());
    expect(await answer('/assets/start.js').text()).toBe('export {};');
    expect([...new Uint8Array(await answer('/assets/old.woff2').arrayBuffer())]).toEqual([0, 255, 1]);
  });

  it('sends the headers that a meta element cannot set, with every response', () => {
    for (const response of [answer('/'), answer('/assets/start.js'), answer('/missing')]) {
      const { headers } = response;
      expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
      expect(headers.get('Permissions-Policy')).toContain('camera=()');
      expect(headers.get('Set-Cookie')).toBeNull();
    }
  });

  it('lets a browser cache a file and check whether it changed', async () => {
    const first = answer('/assets/start.js');
    expect(first.headers.get('Cache-Control')).toBe('no-cache');
    const etag = first.headers.get('ETag') ?? '';
    const again = answer('/assets/start.js', { headers: { 'If-None-Match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(answer('/', { headers: { 'If-None-Match': etag } }).status).toBe(200);
  });

  it.each(['127.0.0.1', '127.0.0.1:9', 'localhost:8888', 'LOCALHOST', '[::1]:8888'])('answers to %s', (host) => {
    expect(answer('/', { headers: { host } }).status).toBe(200);
  });

  it.each([
    'evil.example',
    'evil.example:8888',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '0.0.0.0:8888',
    '::1',
    '',
  ])('does not answer to the name %j', async (host) => {
    const response = answer('/', { headers: { host } });
    expect(response.status).toBe(421);
    expect(await response.text()).not.toContain('<title>');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5c..%5csecret.txt',
    '//secret.txt',
    '/assets',
    '/assets/',
    '/index.html/',
    '/callback/',
    '/index.html%00.js',
    '/constructor',
    '/__proto__',
  ])('has no file at %s', async (path) => {
    const response = answer(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('outside');
  });

  it('allows only GET and HEAD', () => {
    const response = answer('/', { method: 'POST', body: 'code=abc' });
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('answers HEAD with headers only', async () => {
    const response = answer('/assets/start.js', { method: 'HEAD' });
    expect([response.status, response.headers.get('Content-Length'), await response.text()]).toEqual([200, '10', '']);
  });
});
