import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const page = readFileSync(join(root, 'docs', 'recipes.md'), 'utf8');

/** The programs in `docs/recipes.md`, by the file name in their first line. Code without a file name is left out. */
const recipes: ReadonlyMap<string, string> = new Map(
  [...page.matchAll(/^```js\n\/\/ (\S+)\n(.*?)^```$/gms)].map(([, name = '', text = '']) => [name, text]),
);

/** A folder with the recipes and the packages that they import. */
export class RecipeFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'refrain recipes '));

  constructor() {
    writeFileSync(join(this.path, 'package.json'), '{ "type": "module" }');
    const packages = join(this.path, 'node_modules');
    mkdirSync(packages);
    symlinkSync(root, join(packages, 'refrain'), 'junction');
    for (const name of ['@spotify', 'redis', 'spotify-web-api-node']) {
      symlinkSync(join(root, 'node_modules', name), join(packages, name), 'junction');
    }
    for (const [name, text] of recipes) writeFileSync(join(this.path, name), text);
  }

  /** Imports a recipe. */
  async load<Exports>(name: string): Promise<Exports> {
    return (await import(pathToFileURL(join(this.path, name)).href)) as Exports;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
