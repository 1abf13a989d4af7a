import type { Plugin } from 'vite';

// What stands around each `import()` in the built page. Vite's own also preloads modules and serves more kinds of page;
// ours waits for the part and its styles, once each, and lets a second try ask again for what has failed.
const source = `
const asked = {};
const style = (href) => asked[href] ??= new Promise((done, fail) => {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  link.onload = done;
  link.onerror = (event) => {
    delete asked[href];
    link.remove();
    fail(event);
  };
  document.head.append(link);
});
export const __vitePreload = async (load, styles, base) =>
  (await Promise.all([load(), ...(styles ?? []).map((path) => style(new URL(path, base).href))]))[0];
`;

/** Puts a small loader in place of Vite's, which alone would take a fifteenth of the first script's budget. */
export function smallPreload(): Plugin {
  return {
    name: 'refrain-small-preload',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? source : undefined),
  };
}
