import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packedFile } from '../../src/text/install.ts';
import { json, playsOf, tokens } from '../support/page/routed-spotify.ts';
import { clientId, openPageSessions } from '../support/page/page-session.ts';

let walk: Awaited<ReturnType<typeof openPageSessions>>['walk'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ walk, close } = await openPageSessions());
});
afterAll(() => close());

const tabsOf = {
  'Show it on your site': ['Static site', 'README', 'HTML element', 'Next.js'],
  'Use it': ['refrain', 'JavaScript', 'Python', 'curl'],
};

describe.each(Object.entries(tabsOf))('the tabs of %s', (heading, names) => {
  it('are chosen with arrow keys, and each has its own code and its own button to copy it', () =>
    walk(async ({ page, connect, region, button }) => {
      await connect();
      const place = region(heading);
      const tabs = place.getByRole('tab');
      await tabs.first().waitFor();
      await expect.poll(() => tabs.allInnerTexts()).toEqual(names);
      const panel = place.getByRole('tabpanel');
      await tabs.first().focus();
      for (const name of [...names.slice(1), names[0] ?? '']) {
        await page.keyboard.press('ArrowRight');
        await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name);
        await expect.poll(() => place.getByRole('tab', { selected: true }).allInnerTexts()).toEqual([name]);
        await expect
          .poll(() => panel.getAttribute('aria-labelledby'))
          .toBe(await place.getByRole('tab', { selected: true }).getAttribute('id'));
        const code = await panel.getByRole('group', { name: `${name} code`, exact: true }).innerText();
        expect(code).not.toMatch(/AQ-|BQ-/);
        expect(code.split('\n').length).toBeLessThanOrEqual(10);
        const hint = await panel.locator('p.hint').innerText();
        expect(hint.length).toBeGreaterThan(10);
        // The name in npm's registry is not ours.
        expect(hint.includes(packedFile)).toBe(/refrain snapshot|from 'refrain/.test(code));
        await button(`Copy ${name} code`).click();
        await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(code);
        // The button takes the focus.
        await tabs.nth(names.indexOf(name)).focus();
      }
      for (const [key, at] of [
        ['End', -1],
        ['ArrowRight', 0],
        ['ArrowLeft', -1],
        ['Home', 0],
      ] as const) {
        await page.keyboard.press(key);
        await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(names.at(at));
      }
    }));

  it('follow the reading direction of the page', () =>
    walk(async ({ page, connect, region }) => {
      await connect();
      const tabs = region(heading).getByRole('tab');
      await tabs.first().waitFor();
      await page.evaluate(() => (document.documentElement.dir = 'rtl'));
      await tabs.first().focus();
      await page.keyboard.press('ArrowLeft');
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(names[1]);
    }));
});

describe('what is downloaded', () => {
  it.each([
    ['Use it', 'Download the whole program', 'refrain-plays.mjs', 'isRefrainError'],
    ['Show it on your site', 'Download the whole file', 'listening.yml', 'actions/deploy-pages'],
  ])('from %s has the client ID and no token', (heading, name, fileName, content) =>
    walk(async ({ page, connect, region, button }) => {
      await connect();
      await region(heading).getByRole('tab').first().waitFor();
      const [file] = await Promise.all([page.waitForEvent('download'), button(name).click()]);
      expect(file.suggestedFilename()).toBe(fileName);
      const text = await readFile(await file.path(), 'utf8');
      expect(text).toContain(clientId);
      expect(text).toContain(content);
      expect(text).not.toMatch(/AQ-|BQ-/);
      await expect.poll(() => region(heading).innerText()).toContain(fileName);
    }),
  );
});

describe('the card', () => {
  const card = 'Your card, live';

  it('shows the plays that were fetched once, with the words of the handler', () =>
    walk(async ({ page, connect, spotify, requests }) => {
      const title = '<img src=x onerror=alert(1)> עברית 日本語 '.repeat(8);
      spotify.plays = () =>
        playsOf(
          {},
          { name: title, artists: [{ name: 'One' }, { name: 'Two' }], explicit: false },
          { is_local: true, external_urls: {}, name: 'Demo', artists: [], album: { images: [] }, explicit: false },
          { external_urls: { spotify: 'javascript:alert(1)' } },
          {
            type: 'episode',
            name: 'Ep. 12',
            artists: undefined,
            album: undefined,
            show: { name: 'Hard Fork', images: [] },
          },
        );
      await connect();
      const rows = page.getByRole('figure', { name: card }).getByRole('listitem');
      await expect.poll(() => rows.count()).toBe(5);
      await expect.poll(() => rows.nth(0).innerText()).toMatch(/^Mr\. Brightside[^]*The Killers[^]*5 min ago$/);
      const link = rows.nth(0).getByRole('link');
      // The same song can be in the card twice, and is under the headline too.
      await expect.poll(() => rows.getByRole('link', { name: /^Mr. Brightside\s+row 1 / }).count()).toBe(1);
      await expect.poll(() => link.getAttribute('href')).toBe('https://open.spotify.com/track/3n3Ppam7vgaVa1iaRUc9Lp');
      await expect.poll(() => link.getAttribute('rel')).toContain('noopener');
      await expect.poll(() => rows.nth(0).locator('abbr').getAttribute('title')).toBe('Explicit');
      await expect.poll(() => rows.nth(1).innerText()).toContain('<img src=x onerror=alert(1)>');
      await expect.poll(() => rows.nth(1).innerText()).toContain('One, Two');
      await expect.poll(() => rows.nth(2).innerText()).toMatch(/Demo[^]*Local file/);
      await expect.poll(() => rows.nth(2).getByRole('link').count()).toBe(0);
      await expect.poll(() => rows.nth(3).getByRole('link').count()).toBe(0);
      await expect.poll(() => rows.nth(4).innerText()).toMatch(/Ep\. 12[^]*Hard Fork/);
      const logo = page.getByRole('figure', { name: card }).getByRole('img', { name: 'Spotify' });
      expect((await logo.boundingBox())?.width).toBeGreaterThanOrEqual(70);
      const asked = requests.filter(
        (request) => request.method() === 'GET' && request.url().includes('/recently-played'),
      );
      expect(asked).toHaveLength(1);
    }));

  it('loads pictures only from Spotify’s image hosts, and shows a blank square for others', () =>
    walk(async ({ page, connect, spotify, requests }) => {
      const from = (url: string) => ({ album: { name: 'A', images: [{ url }] } });
      await page.route('https://i.scdn.co/image/gone', (route) => route.abort());
      spotify.plays = () => playsOf({}, from('https://evil.example/a.png'), from('https://i.scdn.co/image/gone'));
      await connect();
      const rows = page.getByRole('figure', { name: card }).getByRole('listitem');
      await expect.poll(() => rows.count()).toBe(3);
      await expect.poll(() => rows.locator('img').count()).toBe(1);
      const heights = await rows.evaluateAll((all) =>
        all.map((row) => row.querySelector('.art')!.getBoundingClientRect().height),
      );
      expect(heights).toEqual([48, 48, 48]);
      expect(requests.filter((request) => request.url().includes('evil.example'))).toEqual([]);
    }));

  it('keeps its room: it is as high before the plays arrive, with long titles and with none', () =>
    walk(async ({ page, connect, spotify }) => {
      let arrive = () => {};
      const arrived = new Promise<void>((done) => (arrive = done));
      const name = 'A title that is longer than the card is wide, and then some more of it';
      spotify.plays = () => playsOf({ name }, { name }, { name }, { name }, { name });
      await page.route('https://api.spotify.com/v1/me', async (route) => {
        await arrived;
        await route.fallback();
      });
      await connect();
      const figure = page.getByRole('figure', { name: card });
      await figure.waitFor();
      const height = async () => (await figure.boundingBox())?.height;
      const before = await height();
      arrive();
      await expect.poll(() => figure.getByRole('listitem').count()).toBe(5);
      expect(await height()).toBe(before);
    }));

  it.each([
    ['nothing was played', playsOf(), 'Nothing played yet. Songs show here once they have been heard.'],
    [
      'the scope is missing',
      json(403, { error: { status: 403, message: 'Insufficient client scope' } }),
      'The card needs the scope user-read-recently-played.',
    ],
    [
      'the account is not on the list',
      { status: 403, body: 'The user is not registered for this application.' },
      'Your plays appear here once Spotify lets the account in.',
    ],
    ['Spotify fails', { status: 503, body: '' }, 'Your plays appear here once Spotify answers.'],
  ])('says what is missing if %s', (_, answer, words) =>
    walk(async ({ page, connect, spotify }) => {
      spotify.plays = () => answer;
      await connect();
      await expect.poll(() => page.getByRole('figure', { name: card }).getByText(words).innerText()).toBe(words);
    }),
  );

  it('is in English in every language of the page, as it is on a site, and marked so', () =>
    walk(async ({ page, pageUrl, spotify }) => {
      await page.goto(`${pageUrl}?lang=de`);
      await page.getByText('Was brauchst du?').waitFor();
      spotify.plays = () => playsOf();
      await page.getByRole('textbox', { name: 'Client-ID' }).fill(clientId);
      await page.getByRole('button', { name: 'Mit Spotify verbinden' }).click();
      await expect.poll(() => page.getByText('Nothing played yet.').getAttribute('lang')).toBe('en');
    }));

  it('of a temporary token comes without code, which needs a refresh token', () =>
    walk(async ({ page, connect, spotify, region }) => {
      spotify.token = () => tokens();
      await connect('temporary');
      await expect.poll(() => page.getByRole('figure', { name: card }).getByRole('listitem').count()).toBe(1);
      await expect.poll(() => region('Show it on your site').getByRole('tab').count()).toBe(0);
      await expect.poll(() => region('Show it on your site').innerText()).toContain('needs a refresh token');
    }));
});
