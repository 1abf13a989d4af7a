import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { packedFile } from '../src/text/install.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** What users see: documents, examples, workflows, and the sources of everything that is printed or built. */
const shown = [
  'README.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs',
  'examples',
  '.github',
  '.ci',
  'src',
];
/** What is built from it, if there is a build. */
const built = ['dist/page', 'dist/cli'];

/** A flag and its value, or the name of another package. */
const words = String.raw`(?:[-@\w./]+[ \t]+)*?`;
/** The name as a whole: not `./refrain-0.1.0.tgz`, `refrain/errors` or `refrain-cards`. */
const name = String.raw`["'\`]?refrain(?![\w/.-]*[\w/])(?:@\S+)?`;

/** Commands that get `refrain` from a registry by its name. */
const byName = [
  String.raw`\bnpx[ \t]+(?:-[-\w=]+[ \t]+)*${name}`,
  String.raw`\bnpm[ \t]+(?:exec|x)[ \t]+(?:-[-\w=]*[ \t]+)*${name}`,
  String.raw`\bnpm[ \t]+(?:i|in|install|add|create|init)[ \t]+${words}${name}`,
  String.raw`\b(?:yarn|pnpm|bun)[ \t]+(?:global[ \t]+)?(?:add|i|install|dlx|x)[ \t]+${words}${name}`,
  String.raw`\bbunx[ \t]+(?:-[-\w=]+[ \t]+)*${name}`,
  String.raw`\bnpm:refrain\b`,
  String.raw`\b(?:esm\.sh|unpkg\.com|jsdelivr\.net/npm)/refrain\b`,
].map((pattern) => new RegExp(pattern));

const findByName = (text: string) => text.split('\n').filter((line) => byName.some((pattern) => pattern.test(line)));

/** Text files below a path. */
function textsBelow(path: string): readonly string[] {
  const facts = statSync(join(root, path), { throwIfNoEntry: false });
  if (!facts) return [];
  if (facts.isDirectory()) {
    return readdirSync(join(root, path)).flatMap((entry) =>
      entry === 'node_modules' ? [] : textsBelow(`${path}/${entry}`),
    );
  }
  return ['.png', '.woff2', '.jpg'].includes(extname(path)) ? [] : [path];
}

describe('how Refrain is installed', () => {
  it.each([
    'npx refrain login',
    'npx --yes refrain@latest token',
    'run `npx refrain`',
    'npm i refrain',
    'npm install --global refrain',
    'npm add left-pad refrain',
    'npm exec -- refrain login',
    'yarn add refrain',
    'pnpm add -D refrain',
    'bun add refrain',
    'pnpm dlx refrain',
    'bunx refrain',
    "import 'npm:refrain'",
    'https://esm.sh/refrain',
  ])('is not by its name: %s', (line) => {
    expect(findByName(line)).toEqual([line]);
  });

  it.each([
    `npm install ./${packedFile}`,
    'npm install github:me/refrain#0123456789012345678901234567890123456789',
    'refrain login',
    "import { spotify } from 'refrain';",
    'npx wrangler secret put NAME',
    'npm install ioredis',
  ])('may be: %s', (line) => {
    expect(findByName(line)).toEqual([]);
  });

  it('is from the file that npm packs', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, string>;
    expect(packedFile).toBe(`${manifest['name']}-${manifest['version']}.tgz`);
    expect(findByName(manifest['description'] ?? '')).toEqual([]);
  });

  it.each([...shown, ...built])('is said in one way in %s', (path) => {
    const found = textsBelow(path).flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const others = [...text.matchAll(/refrain-\d+\.\d+\.\d+[\w.-]*\.tgz/g)].filter(([match]) => match !== packedFile);
      return [...findByName(text), ...others.map(([match]) => match)].map(
        (line) => `${file}: ${line.trim().slice(0, 200)}`,
      );
    });
    expect(found).toEqual([]);
  });
});
