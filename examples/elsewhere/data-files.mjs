/**
 * The snippets for generators of static sites in docs/listening.md: each is taken from there and built with JSON files like
 * those of `refrain snapshot`. Hugo is not on npm: it is left out if it is not installed.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const bin = (name) => join(here, 'node_modules', '.bin', name);

/** Where each generator reads its data, and how it builds a page from the snippet with this mark into `out`. */
export const generators = {
  eleventy: {
    mark: 'njk',
    data: '_data/listening',
    page: 'index.njk',
    build: [bin('eleventy'), '--output=out', '--quiet'],
  },
  hugo: {
    mark: 'go-html-template',
    data: 'data/listening',
    page: 'layouts/index.html',
    files: { 'hugo.toml': 'baseURL = "https://site.test/"\n', 'config.toml': 'baseURL = "https://site.test/"\n' },
    build: ['hugo', '--destination', 'out', '--quiet'],
  },
  'astro-data': {
    mark: 'astro',
    data: 'src/data/listening',
    page: 'src/pages/index.astro',
    files: { 'astro.config.mjs': "export default { outDir: './out' };\n" },
    build: [bin('astro'), 'build'],
  },
};

/** A name that breaks a page that does not escape it. */
const markup = '<i>Tola</i>';

/** The lists as `refrain snapshot` writes them. The songs are invented, with links like those of real ones. */
async function getLists() {
  const { createHandler } = await import('refrain/handler');
  const { practice } = await import('refrain/practice');
  const { isPractice: _, ...keeper } = practice();
  const handler = createHandler({ keeper });
  const names = ['recently-played', 'top/tracks', 'top/artists'];
  const get = async (name) => {
    const list = await (await handler(new Request(`https://site.test/${name}.json`))).json();
    list.items[0].artists = ['Paper Lanterns', markup];
    return [name, JSON.stringify(list)];
  };
  return Promise.all(names.map(get));
}

/** @returns {Promise<string | undefined>} why it was left out */
export async function runGenerator(name) {
  const { mark, data, page, files = {}, build } = generators[name];
  if (name === 'hugo' && spawnSync('hugo', ['version']).error) return 'hugo is not installed';
  const docs = readFileSync(join(here, '..', '..', 'docs', 'listening.md'), 'utf8');
  const [, snippet] = new RegExp(`\`\`\`${mark}\\n([^]*?)\`\`\``).exec(docs) ?? [];
  assert.ok(snippet, `docs/listening.md has no snippet for ${mark}`);
  const site = join(here, `${name}-site`);
  const lists = await getLists();
  const all = {
    ...files,
    [page]: snippet,
    ...Object.fromEntries(lists.map(([list, text]) => [`${data}/${list}.json`, text])),
  };
  try {
    for (const [path, text] of Object.entries(all)) {
      mkdirSync(dirname(join(site, path)), { recursive: true });
      writeFileSync(join(site, path), text);
    }
    const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
    execFileSync(build[0], build.slice(1), { cwd: site, env, stdio: ['ignore', 'ignore', 'inherit'] });
    const html = readFileSync(join(site, 'out', 'index.html'), 'utf8');
    for (const { url, name: song } of JSON.parse(lists[0][1]).items.filter((item) => item.url)) {
      assert.ok(html.includes(`href="${url}"`), url);
      assert.ok(html.includes(song.split(/[<&'"]/)[0]), song);
    }
    assert.ok(!html.includes(markup), 'a name is not escaped');
    assert.match(html, /Paper Lanterns, \S*i\S*Tola/);
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
}
