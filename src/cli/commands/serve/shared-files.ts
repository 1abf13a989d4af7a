import { fileURLToPath } from 'node:url';
import { readPageFiles, type PageFile } from '../page/page-files.ts';

/** The style and the fonts of the built page, which the index uses too. None if the page is not built. */
export function readSharedFiles(packageFolder: URL): ReadonlyMap<string, PageFile> {
  try {
    const files = readPageFiles(fileURLToPath(new URL('dist/page/', packageFolder)), (html) => html);
    return new Map([...files].filter(([path]) => /^\/assets\/.*\.(?:css|woff2)$/.test(path)));
  } catch {
    return new Map();
  }
}
