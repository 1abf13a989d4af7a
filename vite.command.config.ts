import { builtinModules } from 'node:module';
import { defineConfig, type Plugin } from 'vite';

/**
 * commander loads node:child_process, and with it much of Node's network code, for subcommands that are separate
 * programs. Refrain has none, and the import takes a tenth of the start-up time.
 */
const withoutChildProcess: Plugin = {
  name: 'commander-without-child-process',
  transform(code, id) {
    if (!/[\\/]commander[\\/]lib[\\/]command\.js$/.test(id)) return undefined;
    const [needed, ...more] = code.match(/^const childProcess = require\('node:child_process'\)[^\n]*/gm) ?? [];
    if (needed === undefined || more.length > 0) throw new Error('commander has changed: update this plugin.');
    return { code: code.replace(needed, 'const childProcess = undefined;'), map: null };
  },
};

/**
 * The command: dist/cli/refrain.js and the parts that it loads on demand. Code that every start needs is bundled, because
 * a hundred small files take longer to open than to run. Packages that few commands need stay in node_modules.
 */
export default defineConfig({
  publicDir: false,
  plugins: [withoutChildProcess],
  build: {
    ssr: true,
    outDir: 'dist/cli',
    emptyOutDir: false,
    target: 'node20.19',
    sourcemap: true,
    minify: false,
    license: { fileName: 'licences.md' },
    rolldownOptions: {
      input: { refrain: 'src/cli/refrain.ts' },
      external: [...builtinModules, /^node:/, /^@clack\//, /^hono(?:\/|$)/, /^@hono\//],
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'parts/[name]-[hash].js',
        // Comments and blanks are more than a third of what Node has to read at each start. Names stay, for stack traces.
        minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        // Each file takes time to open: one for every start, and one more for commands that use a token.
        codeSplitting: {
          groups: [
            { name: 'start', priority: 2, test: /[\\/]src[\\/]cli[\\/]main[\\/]main\.ts$/ },
            {
              name: 'keeper',
              priority: 1,
              test: /[\\/]src[\\/]cli[\\/](?:profile[\\/](?:use-token|export-token|open-keeper|wait-for-save)|terminal[\\/](?:progress|interrupts))\.ts$/,
            },
          ],
        },
      },
    },
  },
  ssr: { noExternal: true },
});
