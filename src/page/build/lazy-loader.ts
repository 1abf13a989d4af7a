import type { Plugin } from 'vite';

// Runs around each `import()` of the built page, in place of Vite's preload helper, which is larger and retries nothing.
// Browsers remember that an import failed and do not ask for the same address again. So each new attempt adds a query to
// the address. A script or stylesheet that has loaded is never loaded twice.
const source = `
const loading = {};
const failures = {};
const once = (name, load) => loading[name] ??= load(failures[name] ? '?' + failures[name] : '').catch((error) => {
  delete loading[name];
  failures[name] = (failures[name] ?? 0) + 1;
  throw error;
});
const style = (href) => once(href, (query) => new Promise((resolve, reject) => {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href + query;
  link.onload = resolve;
  link.onerror = (event) => {
    link.remove();
    reject(event);
  };
  document.head.append(link);
}));
export const __vitePreload = async (load, styles, base) =>
  (await Promise.all([once(String(load), load), ...styles.map((path) => style(new URL(path, base).href))]))[0];
`;

/** Loads lazy parts of the page, and lets a new attempt succeed after one that failed. */
export function lazyLoader(): Plugin {
  return {
    name: 'refrain-lazy-loader',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? source : undefined),
    generateBundle: {
      // After Vite has added the stylesheets of each part.
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = addQuery(chunk.code);
      },
    },
  };
}

/**
 * Lets the loader add a query to each address: `()=>import("./part.js")` becomes `q=>import("./part.js"+q)`.
 * @throws {Error} if the code has an `import()` in another form
 */
export function addQuery(code: string): string {
  const changed = code.replaceAll(/\(\)\s*=>\s*import\((["'`])(\.\/[\w.-]+\.js)\1\)/g, 'q=>import($1$2$1+q)');
  const [other] = /\bimport\(\s*(["'`])[^"'`]*\1\s*\)/.exec(changed) ?? [];
  if (other !== undefined) throw new Error(`The loader cannot retry this import: ${other}`);
  return changed;
}
