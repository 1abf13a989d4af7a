import { builtinModules } from 'node:module';
import { defineConfig, type Plugin } from 'vite';

/**
 * commander loads node:child_process, and with it half of Node's network, for subcommands that are programs of their
 * own. There are none here, and it is a tenth of a start.
 */
const withoutChildProcess: Plugin = {
  name: 'commander-without-child-process',
  transform(code, id) {
    if (!/[\\/]commander[\\/]lib[\\/]command\.js$/.test(id)) return undefined;
    const [needed, ...more] = code.match(/^const childProcess = require\('node:child_process'\)[^\n]*/gm) ?? [];
    if (needed === undefined || more.length > 0) throw new Error('commander has changed: look at this plugin again.');
    return { code: code.replace(needed, 'const childProcess = undefined;'), map: null };
  },
};

/**
 * The command: two programs in dist/cli/, each one file and what it loads on demand. What every start reads is bundled
 * (a hundred small files take longer to open than to run); what few starts need stays where npm puts it.
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
      input: { refrain: 'src/cli/refrain.ts', start: 'src/cli/start.ts' },
      external: [...builtinModules, /^node:/, /^@clack\//, /^hono(?:\/|$)/, /^@hono\//],
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'parts/[name]-[hash].js',
        // Each file that is opened takes its time: one that every start reads, and one for whoever needs a token.
        codeSplitting: {
          groups: [
            {
              name: 'start',
              priority: 2,
              test: /[\\/]src[\\/]cli[\\/](?:main[\\/]main|context[\\/]surroundings)\.ts$/,
            },
            {
              name: 'keeper',
              priority: 1,
              test: /[\\/]src[\\/]cli[\\/](?:profile[\\/](?:open-keeper|wait-for-save|env-only-token)|terminal[\\/]progress)\.ts$/,
            },
          ],
        },
      },
    },
  },
  ssr: { noExternal: true },
});
