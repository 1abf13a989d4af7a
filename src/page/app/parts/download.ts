import type { PageContext } from '../../shared/page-context.ts';

const made = new Set<string>();

/** Downloads a text as a file. The file is a blob, so its text is in no address and in no history. */
export function download(page: PageContext, name: string, type: string, text: string): void {
  const { document } = page.window;
  const address = page.window.URL.createObjectURL(new Blob([text], { type }));
  made.add(address);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  page.window.setTimeout(() => forget(page, address), 10_000);
}

/** Removes every file made here: a blob that holds a token must not outlive the token. */
export function forgetDownloads(page: PageContext): void {
  for (const address of made) forget(page, address);
}

function forget(page: PageContext, address: string): void {
  if (made.delete(address)) page.window.URL.revokeObjectURL(address);
}
