// @ts-check
/**
 * `node scripts/fault-pictures.mjs [FILE]`: one picture of what a visitor sees while something is wrong, after a minute, an
 * hour and a day. Default: docs/images/faults.png. The songs are invented, and the clock is moved by hand.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { runnerImport } from 'vite';
import { browserArgs, requireBrowser } from './find-browser.mjs';
import { root } from './programs.mjs';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** @param {string} path @returns {Promise<any>} */
const load = async (path) => (await runnerImport(join(root, 'src', path))).module;
/** @type {typeof import('../src/handler/create-handler.ts')} */
const { createHandler } = await load('handler/create-handler.ts');
/** @type {typeof import('../src/listening/create-listening.ts')} */
const { createListening } = await load('listening/create-listening.ts');
/** @type {typeof import('../src/practice/practice.ts')} */
const { practice } = await load('practice/practice.ts');
/** @type {typeof import('../src/errors/refrain-error.ts')} */
const { RefrainError } = await load('errors/refrain-error.ts');

/** @type {Readonly<Record<string, () => Response | Promise<Response>>>} */
const faults = {
  'Spotify is down': () => Promise.reject(new TypeError('fetch failed')),
  '429 for 6 hours': () => new Response('Too many requests', { status: 429, headers: { 'retry-after': '21600' } }),
  'Only 500s': () => new Response('', { status: 500 }),
  'Truncated JSON': () => new Response('{"items":[{"track":{"name":"Par'),
  'No answer in 10 s': () => new Promise(() => {}),
  'HTML instead of JSON': () =>
    new Response('<!doctype html><p>Sign in</p>', { headers: { 'content-type': 'text/html' } }),
  'Token rejected': () => Promise.reject(new RefrainError('refresh_token_suspect')),
  'Token expired': () => Promise.reject(new RefrainError('refresh_token_expired')),
};
const ages = /** @type {const} */ ([
  ['1 minute', minute],
  ['1 hour', hour],
  ['1 day', day],
]);

/** A clock that only moves by hand. */
function createClock() {
  let time = Date.UTC(2026, 10, 24, 10);
  /** @type {Set<{ at: number, done: () => void }>} */
  const waiting = new Set();
  return {
    now: () => time,
    /** @param {number} milliseconds @param {{ signal?: AbortSignal | undefined }} [options] @returns {Promise<void>} */
    wait: (milliseconds, { signal } = {}) =>
      new Promise((done) => {
        const entry = { at: time + milliseconds, done };
        waiting.add(entry);
        signal?.addEventListener('abort', () => waiting.delete(entry) && done());
      }),
    /** @param {number} end */
    moveTo(end) {
      time = Math.max(time, end);
    },
    /** Ends the wait that is due first. */
    endWait() {
      const [next] = [...waiting].toSorted((one, other) => one.at - other.at);
      if (!next) return;
      waiting.delete(next);
      time = Math.max(time, next.at);
      next.done();
    },
  };
}

/**
 * What visitors see at each of the ages, and what the owner sees at the last one.
 * @param {string} name @param {() => Response | Promise<Response>} fault
 */
async function observe(name, fault) {
  const clock = createClock();
  const { isPractice: _, ...source } = practice({ clock });
  let isFaulty = false;
  /** @type {typeof fetch} */
  const fetchOrFail = async (input, init) => (isFaulty ? fault() : source.fetch(input, init));
  const listening = createListening({ keeper: { ...source, fetch: fetchOrFail }, clock });
  const handler = createHandler({ listening });
  /** @param {string} path */
  const get = async (path) => (await handler(new Request(`https://site.test/${path}`))).text();
  /** A view, and the refresh that it starts. */
  async function look() {
    await get('recently-played.json');
    while (listening.pending()) {
      await new Promise((resolve) => setImmediate(resolve));
      if (name === 'No answer in 10 s') clock.endWait();
    }
  }

  await look();
  isFaulty = true;
  const began = clock.now();
  /** @type {string[]} */
  const cards = [];
  for (const [, age] of ages) {
    // Somebody looks every few minutes.
    while (clock.now() < began + age) {
      clock.moveTo(Math.min(clock.now() + (age > hour ? 10 : 1) * minute, began + age));
      await look();
    }
    cards.push(await get('recently-played.svg?limit=1&width=320&theme=light'));
  }
  const html = await get('recently-played.html?limit=1&theme=light');
  const { status, lists } = await listening.health();
  const codes = new Set(Object.values(lists).map(({ error }) => error));
  return { cards, html, health: `${status}: ${[...codes].filter(Boolean).join(', ')}` };
}

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
/** @param {string} svg */
const image = (svg) => `<img src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`;

const rows = [];
for (const [name, fault] of Object.entries(faults)) {
  const { cards, html, health } = await observe(name, fault);
  const cells = [...cards.map(image), `<iframe srcdoc="${escape(html)}"></iframe>`];
  rows.push(
    `<tr><th>${name}<small><code>/health</code> after 1 day<br>${health.replaceAll('_', '_<wbr>')}</small></th>` +
      `${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
}
const heads = ['', ...ages.map(([age]) => `after ${age}`), 'after 1 day, as HTML'];
const style =
  'body{margin:0;padding:16px;width:max-content;background:#fff;color:#1a1b1e;font:14px/1.4 system-ui,sans-serif}' +
  'table{border-spacing:12px 8px}th{text-align:start;vertical-align:top;font-weight:600;max-width:150px}' +
  'thead th{font-weight:400;color:#5d6068}small{display:block;font-weight:400;color:#5d6068;margin-top:4px}' +
  'tr{vertical-align:top}img{display:block}iframe{border:0;width:320px;height:192px}';

const executablePath = requireBrowser();
const browser = await chromium.launch({ executablePath, args: browserArgs });
const page = await browser.newPage({ reducedMotion: 'reduce', colorScheme: 'light' });
const { fetchImage, imageOrigin } = practice();
await page.route(`${imageOrigin}/**`, async (route) => {
  const image = await fetchImage(route.request().url());
  await route.fulfill({ body: Buffer.from(await image.arrayBuffer()), contentType: 'image/png' });
});
await page.setContent(
  `<style>${style}</style><table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead>${rows.join('')}</table>`,
);
const path = process.argv[2] ?? join(root, 'docs', 'images', 'faults.png');
const box = await page.locator('body').boundingBox();
await page.setViewportSize({ width: Math.ceil(box?.width ?? 1500), height: 800 });
await page.screenshot({ path, fullPage: true, animations: 'disabled' });
await browser.close();
process.stdout.write(`${path}: ${Math.round(statSync(path).size / 1000)} KB\n`);
