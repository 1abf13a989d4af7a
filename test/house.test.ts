import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const oxlint = fileURLToPath(new URL('../node_modules/oxlint/bin/oxlint', import.meta.url));
const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Lints a tree of files with the project's own rules; gives every finding as `rule at file`. */
function findingsIn(files: Record<string, string>): string[] {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'refrain house ')));
  made.push(folder);
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const report = lint(folder);
  expect(report.number_of_files).toBe(Object.keys(files).filter((name) => name.endsWith('.ts')).length);
  return report.diagnostics.map(({ code, filename }) => `${code} at ${filename.replaceAll('\\', '/')}`).toSorted();
}

function lint(folder: string): { number_of_files: number; diagnostics: { code: string; filename: string }[] } {
  try {
    return JSON.parse(
      execFileSync(process.execPath, [oxlint, '--format=json'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' }),
    );
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout);
  }
}

const rooms = ['spotify', 'grants', 'listening', 'emulator', 'page', 'cli'] as const;
const allowed: Record<(typeof rooms)[number], readonly string[]> = {
  spotify: [],
  grants: ['spotify'],
  listening: ['spotify', 'grants'],
  emulator: ['spotify'],
  page: ['spotify', 'grants', 'listening'],
  cli: ['spotify', 'grants', 'listening', 'emulator'],
};

const value = 'export const value = 1;\n';

describe('the direction of imports', () => {
  for (const room of rooms) {
    it(`lets ${room} import ${allowed[room].join(', ') || 'no other room'}${allowed[room].length > 0 ? ' only' : ''}`, () => {
      const others = rooms.filter((name) => name !== room);
      const files: Record<string, string> = {};
      for (const other of others) {
        files[`src/${other}/value.ts`] = value;
        files[`src/${room}/${other}-near.ts`] =
          `import { value } from '../${other}/value.ts';\nexport const near = value;\n`;
        files[`src/${room}/deep/${other}-far.ts`] =
          `import { value } from '../../${other}/value.ts';\nexport const far = value;\n`;
        files[`src/${room}/${other}-lazy.ts`] = `export const lazy = () => import('../${other}/value.ts');\n`;
        files[`src/${room}/${other}-again.ts`] = `export * from '../${other}/value.ts';\n`;
        files[`src/${room}/${other}-type.ts`] =
          `import type { value } from '../${other}/value.ts';\nexport type Copied = typeof value;\n`;
      }
      const forbidden = others
        .filter((other) => !allowed[room].includes(other))
        .flatMap((other) => [
          `deep/${other}-far`,
          ...['again', 'lazy', 'near', 'type'].map((kind) => `${other}-${kind}`),
        ]);
      expect(findingsIn(files)).toEqual(
        forbidden.map((name) => `eslint(no-restricted-imports) at src/${room}/${name}.ts`).toSorted(),
      );
    });
  }

  it('lets only the command and the Node side of the emulator use Node', () => {
    const reads = "import { readFileSync } from 'node:fs';\nexport const read = () => readFileSync('a');\n";
    const bare = "import { sep } from 'path';\nexport const separator = sep;\n";
    expect(
      findingsIn({
        'src/spotify/read.ts': reads,
        'src/grants/read.ts': reads,
        'src/listening/read.ts': bare,
        'src/emulator/index.ts': reads,
        'src/emulator/node.ts': reads,
        'src/page/read.ts': bare,
        'src/cli/read.ts': reads,
        'src/grants/read.test.ts': reads,
      }),
    ).toEqual([
      'import(no-nodejs-modules) at src/emulator/index.ts',
      'import(no-nodejs-modules) at src/grants/read.ts',
      'import(no-nodejs-modules) at src/listening/read.ts',
      'import(no-nodejs-modules) at src/page/read.ts',
      'import(no-nodejs-modules) at src/spotify/read.ts',
    ]);
  });
});

describe('circles', () => {
  const first = "import { second } from './second.ts';\nexport const first = () => second;\n";

  it('are found between values', () => {
    const findings = findingsIn({
      'src/grants/first.ts': first,
      'src/grants/second.ts': "import { third } from './third.ts';\nexport const second = () => third;\n",
      'src/grants/third.ts': "import { first } from './first.ts';\nexport const third = () => first;\n",
    });
    expect(findings).toEqual(['first', 'second', 'third'].map((name) => `import(no-cycle) at src/grants/${name}.ts`));
  });

  it('are found between types', () => {
    const findings = findingsIn({
      'src/grants/first.ts': first,
      'src/grants/second.ts': "import type { first } from './first.ts';\nexport const second: typeof first | 1 = 1;\n",
    });
    expect(findings).toContain('import(no-cycle) at src/grants/first.ts');
  });

  it('are not seen where there are none', () => {
    expect(findingsIn({ 'src/grants/first.ts': first, 'src/grants/second.ts': 'export const second = 1;\n' })).toEqual(
      [],
    );
  });
});
