import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort } from '../../scripts/free-port.mjs';
import { practiceApp } from '../../src/emulator/index.ts';
import { refrainBench } from '../support/command/refrain.ts';
import { launchBrowser } from '../support/page/browser.ts';
import { openVisit } from '../support/page/stage.ts';

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Runs the example in an empty folder, and gives its address to `use`. */
async function withServer(
  { args = [], env = {} }: { args?: readonly string[]; env?: Readonly<Record<string, string>> },
  use: (origin: string) => Promise<void>,
): Promise<void> {
  const cwd = await mkdtemp(join(tmpdir(), 'refrain-example-'));
  const server = spawn(process.execPath, [...args, path('examples/three-lists/server.mjs')], {
    cwd,
    env: { PATH: process.env['PATH'], PORT: String(await findFreePort()), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  }
  try {
    await Promise.race([once(server.stdout, 'data'), once(server, 'exit')]);
    const [origin = ''] = /^http\S+/m.exec(output) ?? [];
    expect(origin, output).not.toBe('');
    await use(origin);
  } finally {
    server.kill();
    await once(server, 'close');
    await rm(cwd, { recursive: true, force: true });
  }
}

const headings = ['recently played', 'top tracks, last 4 weeks', 'top artists, last 6 months'];

describe('examples/three-lists', () => {
  it('shows three lists with artwork in practice, without a login', async () => {
    await withServer({ env: { PRACTICE: '1' } }, async (origin) => {
      const { page, requests, complaints, close } = await openVisit(browser);
      await page.goto(origin);
      for (const heading of headings) await page.locator('figcaption', { hasText: heading }).waitFor();
      await expect.poll(() => page.locator('refrain-listening figcaption', { hasText: 'Practice' }).count()).toBe(3);
      const names = page.locator('refrain-listening li');
      await expect.poll(() => names.count()).toBe(15);
      const pictures = page.locator('refrain-listening li img');
      const areLoaded = () =>
        pictures.evaluateAll((all) =>
          all.every((img) => (img as HTMLImageElement).complete && (img as HTMLImageElement).naturalWidth > 0),
        );
      await expect.poll(areLoaded).toBe(true);
      for (const [width, columns] of [
        [390, 1],
        [1280, 3],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        const places = await page
          .locator('refrain-listening')
          .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().left));
        expect(new Set(places).size).toBe(columns);
        await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
      expect(
        requests.map((request) => new URL(request.url()).origin).filter((other) => other !== new URL(origin).origin),
      ).toEqual([]);
      // A browser asks for an icon by itself.
      expect(complaints.filter((words) => !words.includes('404'))).toEqual([]);
      await close();
    });
  });

  it('shows the lists of a token from the variables that refrain env writes', async () => {
    const args = ['--import', path('test/support/listening/emulated-spotify.mjs')];
    await withServer({ args }, async (origin) => {
      for (const list of ['recently-played', 'top/tracks', 'top/artists']) {
        const answer = await fetch(new URL(`/listening/${list}.json`, origin));
        const { state, practice, items } = (await answer.json()) as {
          state: string;
          practice?: true;
          items: unknown[];
        };
        expect([state, practice, items.length > 5]).toEqual(['fresh', undefined, true]);
      }
      expect(await (await fetch(new URL('/listening/health', origin))).json()).toMatchObject({ status: 'ok' });
    });
  });

  it('shows the lists of a token from the emulator, whose addresses refrain env writes too', async () => {
    const bench = await refrainBench();
    const { refreshToken } = await bench.login();
    const { url } = bench.emulator;
    const env = {
      SPOTIFY_CLIENT_ID: practiceApp.clientId,
      SPOTIFY_REFRESH_TOKEN: refreshToken,
      SPOTIFY_ACCOUNTS_URL: url,
      SPOTIFY_API_URL: url,
    };
    await withServer({ env }, async (origin) => {
      const answer = await fetch(new URL('/listening/recently-played.json', origin));
      expect(await answer.json()).toMatchObject({ state: 'fresh' });
    });
    await bench.close();
  });

  it('shows no invented song without a token', async () => {
    await withServer({}, async (origin) => {
      const answer = await fetch(new URL('/listening/recently-played.json', origin));
      expect(await answer.json()).toMatchObject({ state: 'failing', problem: { code: 'not_logged_in' }, items: [] });
    });
  });
});
