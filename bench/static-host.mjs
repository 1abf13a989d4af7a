// @ts-check
/** A typical static host: any folder, brotli or gzip if that is smaller, and a list of the requests. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
const shrinking = new Set(['.html', '.js', '.css', '.svg', '.txt']);

/**
 * @param {string} folder
 * @returns {Promise<{ url: string, asked: string[], close(): void }>} `asked`: paths in the order of their requests, as
 *   files of the folder
 */
export async function startStaticHost(folder) {
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const name = normalize(path === '/' ? 'index.html' : path.slice(1)).replaceAll('\\', '/');
    asked.push(name);
    let bytes;
    try {
      if (name.startsWith('..')) throw new Error('outside');
      bytes = readFileSync(join(folder, name));
    } catch {
      response.writeHead(404).end();
      return;
    }
    const accepted = shrinking.has(extname(name)) ? String(request.headers['accept-encoding'] ?? '') : '';
    const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined;
    const body = encoding === 'br' ? brotliCompressSync(bytes) : encoding === 'gzip' ? gzipSync(bytes) : bytes;
    response.writeHead(200, {
      'Content-Type': types[extname(name)] ?? 'application/octet-stream',
      'Content-Length': body.length,
      'Cache-Control': 'max-age=600',
      ...(encoding && { 'Content-Encoding': encoding, Vary: 'Accept-Encoding' }),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the host has no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    asked,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
