import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { pageErrorsPlugin } from './src/page/build/page-errors.ts';
import { languagesPlugin } from './src/page/build/languages.ts';
import { pagePlugin } from './src/page/build/page-plugin.ts';
import { practiceCopies } from './src/page/build/practice-copies.ts';
import { lazyLoader } from './src/page/build/lazy-loader.ts';
import { endpointsFrom } from './src/spotify/endpoints.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const { SPOTIFY_ACCOUNTS_URL: accountsUrl, SPOTIFY_API_URL: apiUrl } = process.env;
const endpoints = endpointsFrom({ accountsUrl: accountsUrl || undefined, apiUrl: apiUrl || undefined });

/** The page: static files in dist/page/ that work from any folder of any host. */
export default defineConfig({
  root: 'src/page',
  base: './',
  define: { REFRAIN_ENDPOINTS: JSON.stringify(endpoints) },
  build: {
    outDir: '../../dist/page',
    emptyOutDir: true,
    target: 'es2022',
    // No browser without these has the rest of what the styles use. Older targets add bytes that help none of them.
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    // The first script is one file, with everything that it imports: a second one would cost a round trip.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'index', test: /[\\/]page[\\/]start\.ts$/ }] },
        // Nothing compresses a hash, and the form waits for eight of them. Six letters are enough to be unique.
        entryFileNames: 'assets/[name]-[hash:6].js',
        chunkFileNames: 'assets/[name]-[hash:6].js',
        assetFileNames: 'assets/[name]-[hash:6][extname]',
      },
    },
  },
  plugins: [
    pageErrorsPlugin(),
    practiceCopies(),
    lazyLoader(),
    languagesPlugin(),
    pagePlugin({
      endpoints,
      headScript: read('src/page/head.js'),
      packageFacts: JSON.parse(read('package.json')),
      licence: `${read('LICENSE')}\nThe fonts are subsets of Old Standard TT, under this licence:\n\n${read('src/page/fonts/OFL.txt')}`,
    }),
  ],
});
