import type { PageContext } from '../../shared/page-context.ts';

const made = new Set<string>();

/** Hands a file to the browser's downloads. It is made of a blob, so that its text stands in no address and no history. */
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

/** Takes back every file made here: a blob with a token in it must not outlive the token. */
export function forgetDownloads(page: PageContext): void {
  for (const address of made) forget(page, address);
}

function forget(page: PageContext, address: string): void {
  if (made.delete(address)) page.window.URL.revokeObjectURL(address);
}
