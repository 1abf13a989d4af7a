import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** One file of the served page. */
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
 * Reads the built page into memory. Only these files can be requested, so no path can reach another file.
 * @param folder `dist/page`
 * @param change changes `index.html`
 * @returns files by path, such as `/index.html`
 * @throws {Error} `ENOENT` if the page is not built
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

/** One file, with its type and its hash. */
export function pageFile(path: string, bytes: Buffer): PageFile {
  return {
    body: new Uint8Array(bytes),
    type: types[extname(path)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url')}"`,
  };
}
