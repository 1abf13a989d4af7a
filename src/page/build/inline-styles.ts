/** What a build holds: files by name. Vite's bundle, as far as it is needed here. */
export type BuiltFiles = Record<string, { readonly type: string; readonly source?: string | Uint8Array }>;

/**
 * Puts the stylesheet that the page links to into the page, so that no request delays the first paint. Addresses in it
 * are relative to the stylesheet's folder, so that folder is added. The file is removed from the build.
 * @returns the HTML, and the content of its `<style>` for the hash in the policy
 * @throws {Error} if the page links to no stylesheet of the build, or to more than one
 */
export function inlineStyles(html: string, files: BuiltFiles): { html: string; css: string } {
  const links = [...html.matchAll(/<link rel="stylesheet"[^>]* href="\.\/([^"]+\.css)"[^>]*>/g)];
  const [tag, name = ''] = links[0] ?? [];
  const file = files[name];
  if (tag === undefined || links.length > 1 || file?.source === undefined) {
    throw new Error(`The page must link to one stylesheet of the build; it links to ${links.length}.`);
  }
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const css = String(file.source)
    .trim()
    .replaceAll(/url\((["']?)(?:\.\/)?(?![\w+.-]*:|\/|#)/g, `url($1./${folder}`);
  delete files[name];
  return { html: html.replace(tag, () => `<style>${css}</style>`), css };
}
