import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** One file of the page as it is served. */
export interface PageFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Reads the built page once. What isn't in this list can't be asked for, however a path is written.
 * @param folder `dist/page`
 * @param change what is done to `index.html` on the way
 * @returns files by their path from the page's root, `/index.html`
 * @throws {Error} `ENOENT` where nothing is built
 */
export function readPageFiles(folder: string, change: (html: string) => string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${file.slice(folder.replace(/[/\\]$/, '').length + 1).replaceAll(sep, '/')}`;
    const bytes = readFileSync(file);
    files.set(path, pageFile(path, path === '/index.html' ? Buffer.from(change(bytes.toString('utf8'))) : bytes));
  }
  return files;
}

function pageFile(path: string, bytes: Buffer): PageFile {
  return {
    body: new Uint8Array(bytes),
    type: types[extname(path)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url')}"`,
  };
}
