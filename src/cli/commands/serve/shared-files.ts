import { fileURLToPath } from 'node:url';
import { pageFile, readPageFiles, type PageFile } from '../page/page-files.ts';

/**
 * The style and the fonts of the built page, which the index uses too. Its style is inside its HTML, so it becomes a file
 * here: `/page.css`. None if the page is not built.
 */
export function readSharedFiles(packageFolder: URL): ReadonlyMap<string, PageFile> {
  try {
    const files = readPageFiles(fileURLToPath(new URL('dist/page/', packageFolder)), (html) => html);
    const html = Buffer.from(files.get('/index.html')?.body ?? []).toString('utf8');
    const [, style] = /<style>([^]*?)<\/style>/.exec(html) ?? [];
    const inPage = style === undefined ? [] : [['/page.css', pageFile('/page.css', Buffer.from(style))] as const];
    return new Map([...inPage, ...[...files].filter(([path]) => /^\/assets\/.*\.(?:css|woff2)$/.test(path))]);
  } catch {
    return new Map();
  }
}
