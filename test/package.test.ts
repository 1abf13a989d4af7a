import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programOf } from '../scripts/programs.mjs';
import { practiceApp } from '../src/emulator/index.ts';
import { startEmulator } from '../src/emulator/node.ts';
import { SecretSearch } from './support/secrets/search.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../', import.meta.url));

/** The folder of a user: it has the packed package, and no other packages than its dependencies. */
let folder = '';
let files: readonly string[] = [];

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'refrain-package-')));
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = await run('npm', pack, { cwd: root, shell: process.platform === 'win32' });
  const [packed] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  files = packed.files.map(({ path }) => path);
  const modules = join(folder, 'node_modules');
  await mkdir(modules);
  await run('tar', ['-xzf', packed.filename, '-C', 'node_modules'], { cwd: folder });
  await rename(join(modules, 'package'), join(modules, 'refrain'));
  const manifest = await readFile(join(modules, 'refrain', 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> };
  for (const name of Object.keys(dependencies)) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(root, 'node_modules', name), join(modules, name), 'junction');
  }
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a program in the user's folder, and returns all that it prints. */
async function outputOf(program: string): Promise<string> {
  await writeFile(join(folder, 'program.mjs'), program);
  const { stdout, stderr } = await run(process.execPath, ['program.mjs'], { cwd: folder });
  return `${stdout}${stderr}`;
}

/** The programs of one language in a document. */
async function programsIn(document: string, language: string): Promise<string[]> {
  const text = await readFile(join(root, document), 'utf8');
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, body = '']) =>
    name === language ? [body] : [],
  );
}

describe('the package, as users install it', () => {
  it('contains the library, the page, the licences, the documents and the sources of its source maps, and no test', () => {
    expect(files).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'CHANGELOG.md', 'dist/index.js', 'dist/index.d.ts']),
    );
    expect(files).toEqual(expect.arrayContaining(['dist/page/index.html', 'dist/page/licence.txt', 'src/index.ts']));
    expect(files.filter((path) => /\.test\.|^(?:test|bench|scripts|node_modules)\//.test(path))).toEqual([]);
    const others = files.filter((path) => !/^(?:dist|src)\//.test(path) && !path.endsWith('.md')).toSorted();
    expect(others).toEqual(['LICENSE', 'docs/listening.schema.json', 'docs/openapi.json', 'package.json']);
  });

  it('contains every document that its README links to', async () => {
    const text = await readFile(join(root, 'README.md'), 'utf8');
    const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+\.md)/g)].map(([, path]) => path);
    expect(linked.length).toBeGreaterThan(5);
    expect(linked.filter((path) => !files.includes(path ?? ''))).toEqual([]);
  });

  it('can be imported by each of its names', async () => {
    const exported = [
      'refrain',
      'refrain/errors',
      'refrain/emulator',
      'refrain/emulator/node',
      'refrain/stores/file',
      'refrain/stores/redis',
      'refrain/listening',
      'refrain/handler',
      'refrain/practice',
      'refrain/package.json',
    ];
    const names = await outputOf(`
      for (const name of ${JSON.stringify(exported)}) {
        const is = name.endsWith('.json') ? { with: { type: 'json' } } : undefined;
        console.log(name, Object.keys(await import(name, is)).length > 0);
      }
    `);
    expect(names).toBe(exported.map((name) => `${name} true\n`).join(''));
  });

  it('does not export its internal files', async () => {
    const words = await outputOf(`await import('refrain/dist/http/ask.js').catch(({ code }) => console.log(code));`);
    expect(words).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED\n');
  });

  it('starts an emulator on a port, sends a request to it, and closes it', async () => {
    const words = await outputOf(`
      import { startEmulator } from 'refrain/emulator/node';
      const { url, close } = await startEmulator();
      console.log((await fetch(url + '/v1/me')).status);
      await close();
    `);
    expect(words).toBe('401\n');
  });

  it('has the command when installed, and in a clone', async () => {
    // npm must not download anything, and must not use the settings of this machine.
    const env = {
      PATH: process.env['PATH'],
      HOME: folder,
      REFRAIN_HOME: join(folder, 'home'),
      npm_config_cache: join(folder, 'cache'),
      npm_config_offline: 'true',
      npm_config_update_notifier: 'false',
    };
    const search = new SecretSearch();
    const npx = async (cwd: string, args: string[], more: Record<string, string> = {}) => {
      const settings = { cwd, env: { ...env, ...more }, shell: process.platform === 'win32' };
      const ran = await run('npx', ['--no', 'refrain', ...args], settings);
      search.noteCommand(args, { env: more }, { stdout: () => ran.stdout, stderr: () => ran.stderr });
      return ran;
    };
    // The last step of `npm install`: links the package's command into the folder.
    await run('npm', ['rebuild', '--ignore-scripts'], { cwd: folder, env, shell: process.platform === 'win32' });

    const { url, controls, close } = await startEmulator();
    try {
      controls.set({ consent: 'agree' });
      for (const [place, cwd] of [
        ['installed', folder],
        ['clone', root],
      ] as const) {
        const spotify = {
          SPOTIFY_ACCOUNTS_URL: url,
          SPOTIFY_API_URL: url,
          SPOTIFY_CLIENT_ID: practiceApp.clientId,
          REFRAIN_HOME: join(folder, `home-${place}`),
        };
        expect((await npx(cwd, ['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
        const login = spawn('npx', ['--no', 'refrain', 'login', '--port', '0', '--no-browser'], {
          cwd,
          env: { ...env, ...spotify },
        });
        const ended = new Promise((done) => login.once('close', done));
        let words = '';
        for await (const text of login.stderr.setEncoding('utf8')) {
          const before = words;
          words += text;
          const address = /^http\S+\/authorize\?\S+\n/m;
          if (!address.test(before) && address.test(words)) await fetch(address.exec(words)?.[0] ?? '');
        }
        expect(await ended, words).toBe(0);
        search.note('standard error of a login', words);
        expect((await npx(cwd, ['token'], spotify)).stdout).toMatch(/^\S+\n$/);
        search.noteFolder(spotify.REFRAIN_HOME);
      }
      // npm has its logs there.
      search.noteFolder(env.npm_config_cache);
      expect(new Set(search.secrets().values())).toContain('refresh token');
      search.end();
    } finally {
      await close();
    }
  });

  it('does what the README shows', async () => {
    const programs = await programsIn('README.md', 'js');
    const find = (words: string) => programs.find((text) => text.includes(words)) ?? '';
    const [program, keeper, site] = [find('exchangeCode'), find('authorizedAt'), find('createHandler')];
    expect(programs.toSorted()).toEqual([program, keeper, site].toSorted());
    expect(await outputOf(program)).toMatch(/^Last played: .+\. The token is live, with (?:179|180) days left\.\n$/);

    // The example of the keeper is a complete program. It needs a token in a variable; the emulator replaces Spotify.
    const token = program.replace(
      /^ {2}const keeper = .*?^\}/ms,
      '  process.env.SPOTIFY_REFRESH_TOKEN = tokens.refreshToken;\n}',
    );
    const signedIn = `
      ${token.replace('createTokenKeeper, ', '').replace(/^const \{ fetch, .*$/m, '$&\nglobalThis.fetch = fetch;')}
      process.env.SPOTIFY_CLIENT_ID = clientId;
    `;
    const words = await outputOf(`
      ${signedIn}
      ${keeper.replace('/var/lib/my-site/spotify', join(folder, 'kept'))}
      console.log((await response.json()).items.length);
    `);
    expect(words).toBe('10\n');

    // The example of a site reads the same variables.
    await writeFile(join(folder, 'site.mjs'), `${site}\nexport { handler };`);
    const list = await outputOf(`
      ${signedIn}
      const { handler } = await import('./site.mjs');
      const answer = await handler(new Request('https://site.test/listening/recently-played.json?limit=3'));
      console.log((await answer.json()).items.length);
    `);
    expect(list).toBe('3\n');
  });

  it('does what the page on the emulator shows', async () => {
    const programs = await programsIn('docs/emulator.md', 'js');
    expect(programs).toHaveLength(2);
    for (const program of programs) await outputOf(program);
  });

  it('has types that work in a strict project', async () => {
    const examples = await programsIn('docs/emulator.md', 'js');
    await Promise.all(
      examples.map((text, index) => writeFile(join(folder, `example-${index}.ts`), `${text}\nexport {};\n`)),
    );
    await writeFile(
      join(folder, 'whole.ts'),
      `import { exchangeCode, TokenSet, type CodeExchange, type TokenStore } from 'refrain';
       import { fileStore } from 'refrain/stores/file';
       import { redisStore } from 'refrain/stores/redis';
       import { createEmulator } from 'refrain/emulator';
       const { fetch } = createEmulator();
       export const exchange = (options: Omit<CodeExchange, 'fetch'>): Promise<TokenSet> => exchangeCode({ ...options, fetch });
       export const stores: TokenStore[] = [
         fileStore({ folder: 'here' }),
         redisStore({ client: async (command) => command.length, key: 'here' }),
       ];
       // @ts-expect-error a client that can only get and set
       export const unfit = () => redisStore({ client: { get: async () => 'x', set: async () => 'x' }, key: 'here' });
       // @ts-expect-error a callback that was not checked
       export const unchecked: CodeExchange['callback'] = { code: 'AQ' };
      `,
    );
    const options = {
      module: 'nodenext',
      target: 'es2022',
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: [],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['*.ts'] }));
    const tsc = run(process.execPath, [programOf('typescript', 'tsc')], { cwd: folder });
    expect(await tsc.catch(({ stdout }: { stdout: string }) => ({ stdout }))).toMatchObject({ stdout: '' });
  });
});
