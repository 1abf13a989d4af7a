import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { roomNames, rooms, roomsAsMarkdown, type Room } from '../scripts/rooms.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const oxlint = fileURLToPath(new URL('../node_modules/oxlint/bin/oxlint', import.meta.url));
const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Lints a tree of files with the project's rules. Returns every finding as `rule at file`. */
function findingsIn(files: Record<string, string>): string[] {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'refrain rooms ')));
  made.push(folder);
  for (const name of ['.oxlintrc.json', 'oxlint.config.mjs', 'scripts/rooms.mjs']) {
    cpSync(join(root, name), join(folder, name));
  }
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
      execFileSync(process.execPath, [oxlint, '--config=oxlint.config.mjs', '--format=json', 'src'], {
        cwd: folder,
        encoding: 'utf8',
        stdio: 'pipe',
      }),
    );
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout);
  }
}

const value = 'export const value = 1;\n';

/** Files with every way in which one room can import another. */
function filesThatImport(room: string, other: string): Record<string, string> {
  return {
    [`src/${room}/${other}-near.ts`]: `import { value } from '../${other}/value.ts';\nexport const near = value;\n`,
    [`src/${room}/deep/${other}-far.ts`]: `import { value } from '../../${other}/value.ts';\nexport const far = value;\n`,
    [`src/${room}/${other}-around.ts`]: `export { value } from '../../src/${other}/value.ts';\n`,
    [`src/${room}/${other}-lazy.ts`]: `export const lazy = () => import('../${other}/value.ts');\n`,
    [`src/${room}/${other}-again.ts`]: `export * from '../${other}/value.ts';\n`,
    [`src/${room}/${other}-type.ts`]: `import type { value } from '../${other}/value.ts';\nexport type Copied = typeof value;\n`,
  };
}

const refusalOf = (file: string) => `eslint(no-restricted-imports) at ${file}`;

describe('the direction of imports', () => {
  for (const room of roomNames) {
    const { imports }: Room = rooms[room];
    it(`lets ${room} import ${imports.length > 0 ? `${imports.join(', ')} only` : 'no other room'}`, () => {
      const others = roomNames.filter((name) => name !== room);
      const forbidden = others.filter((name) => !imports.includes(name));
      const files = Object.assign({}, ...others.map((other) => filesThatImport(room, other)));
      for (const other of others) files[`src/${other}/value.ts`] = value;
      expect(findingsIn(files)).toEqual(
        forbidden.flatMap((other) => Object.keys(filesThatImport(room, other)).map(refusalOf)).toSorted(),
      );
    });
  }

  // Earlier, lint allowed these three against the documents.
  it.each([
    ['page', 'keeper'],
    ['spotify', 'grants'],
    ['emulator', 'keeper'],
  ])('refuses %s -> %s', (room, other) => {
    const file = `src/${room}/file.ts`;
    const text = `import { value } from '../${other}/value.ts';\nexport const copied = value;\n`;
    expect(findingsIn({ [file]: text, [`src/${other}/value.ts`]: value })).toEqual([refusalOf(file)]);
  });

  it('lets only the folder practice of the page import the emulator', () => {
    const file = "import { value } from '../../emulator/value.ts';\nexport const copied = value;\n";
    const files = { 'src/emulator/value.ts': value, 'src/page/practice/load.ts': file, 'src/page/form/load.ts': file };
    expect(findingsIn(files)).toEqual([refusalOf('src/page/form/load.ts')]);
  });

  it('distinguishes a folder of a room from a room of the same name', () => {
    const files = {
      'src/page/practice/switch.ts': value,
      'src/page/form/form.ts': "export { value } from '../practice/switch.ts';\n",
      'src/cli/commands/page/serve.ts': value,
      'src/cli/commands/emulate/emulate.ts': "export { value } from '../page/serve.ts';\n",
    };
    expect(findingsIn(files)).toEqual([]);
  });

  it('refuses an import of the package by its name', () => {
    expect(findingsIn({ 'src/grants/self.ts': "export { spotify } from 'refrain';\n" })).toEqual([
      refusalOf('src/grants/self.ts'),
    ]);
  });

  it('refuses the command and the emulator in the library’s entries', () => {
    const files = {
      'src/cli/value.ts': value,
      'src/emulator/value.ts': value,
      'src/index.ts': "export * from './cli/value.ts';\n",
      'src/other.ts': "export * from './emulator/value.ts';\n",
    };
    expect(findingsIn(files)).toEqual([refusalOf('src/index.ts'), refusalOf('src/other.ts')]);
  });

  it('lets only the command, the file store and the Node side of the emulator use Node', () => {
    const reads = "import { readFileSync } from 'node:fs';\nexport const read = () => readFileSync('a');\n";
    const bare = "import { sep } from 'path';\nexport const separator = sep;\n";
    expect(
      findingsIn({
        'src/spotify/read.ts': reads,
        'src/grants/read.ts': reads,
        'src/keeper/read.ts': reads,
        'src/keeper/stores/file/read.ts': reads,
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
      'import(no-nodejs-modules) at src/keeper/read.ts',
      'import(no-nodejs-modules) at src/listening/read.ts',
      'import(no-nodejs-modules) at src/page/read.ts',
      'import(no-nodejs-modules) at src/spotify/read.ts',
    ]);
  });
});

describe('the table of rooms', () => {
  it('has every folder of src/, and no other', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(roomNames.toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
  });

  it('is the same in docs/architecture.md', () => {
    const cells = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
    expect(cells(readFileSync(join(root, 'docs/architecture.md'), 'utf8'))).toContain(cells(roomsAsMarkdown()));
  });
});

describe('import cycles', () => {
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

  it('are not reported if there are none', () => {
    expect(findingsIn({ 'src/grants/first.ts': first, 'src/grants/second.ts': 'export const second = 1;\n' })).toEqual(
      [],
    );
  });
});
