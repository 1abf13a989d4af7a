import { readFile } from 'node:fs/promises';
import { parse } from 'dotenv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultScopes, json, playsOf, tokens } from '../support/page/routed-spotify.ts';
import { clientId, openPageSessions } from '../support/page/page-session.ts';

const longDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const inDays = (days: number) => longDate.format(Date.now() + days * 24 * 60 * 60 * 1000);

let walk: Awaited<ReturnType<typeof openPageSessions>>['walk'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ walk, close } = await openPageSessions());
});
afterAll(() => close());

describe('a refresh token', () => {
  it('is shown after the date when it expires, and the heading has the focus', () =>
    walk(async ({ page, connect, box, region }) => {
      await connect();
      expect(await box('Refresh token').inputValue()).toBe('AQ-refresh-1');
      expect(await box('Access token').inputValue()).toBe('BQ-access-1');
      const end = inDays(180);
      expect(await region('Expires').innerText()).toContain(end);
      expect(await page.title()).toContain(end);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      const text = await page.locator('main').innerText();
      expect(text.indexOf(end)).toBeLessThan(text.indexOf('Refresh token'));
      const sizes = await page
        .locator('main :is(p, h2, b, span, time)')
        .evaluateAll((all) => all.map((one) => [Number.parseFloat(getComputedStyle(one).fontSize), one.textContent]));
      expect(sizes.toSorted((a, b) => Number(b[0]) - Number(a[0]))[0]?.[1]).toBe(end);
    }));

  it('has its 180 days drawn to scale', () =>
    walk(async ({ page, connect }) => {
      await connect();
      const bar = page.getByRole('img', { name: /180 days from/ });
      expect(await bar.getAttribute('aria-label')).toContain(`Today is day 0, and 180 days are left`);
      const { ticks, whole } = await bar.evaluate((element) => {
        const whole = element.querySelector('.long')!.getBoundingClientRect();
        const ticks = [...element.querySelectorAll('li')].map((tick) => tick.getBoundingClientRect().left - whole.left);
        return { ticks, whole: whole.width };
      });
      const now = new Date();
      const firsts = Array.from(
        { length: 7 },
        (_, ahead) =>
          (new Date(now.getFullYear(), now.getMonth() + 1 + ahead, 1).getTime() - now.getTime()) / (180 * 86_400_000),
      ).filter((place) => place < 1);
      expect(ticks).toHaveLength(firsts.length);
      for (const [index, place] of firsts.entries()) expect(ticks[index]! / whole).toBeCloseTo(place, 2);
    }));

  it('has a unique name, and so has the access token', () =>
    walk(async ({ page, connect, box }) => {
      await connect();
      for (const name of ['Refresh token', 'Access token']) {
        await box(name).waitFor();
        expect(await page.getByLabel(name, { exact: true }).count(), name).toBe(1);
      }
    }));

  it('is copied and announced; leaving asks before that and not after', () =>
    walk(async ({ page, connect, button, box }) => {
      await connect();
      await box('Refresh token').waitFor();
      const asked: string[] = [];
      page.on('dialog', (dialog) => {
        asked.push(dialog.type());
        void dialog.dismiss();
      });
      await page.goto('about:blank').catch(() => {});
      expect(asked).toEqual(['beforeunload']);
      await button('Copy refresh token').click();
      await page.getByRole('status').filter({ hasText: 'Refresh token copied' }).waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('AQ-refresh-1');
      expect(await button('Copy refresh token').count()).toBe(1);
      await page.goto('about:blank');
      expect(asked).toHaveLength(1);
    }));

  it('is selected instead if the browser refuses to copy', () =>
    walk(async ({ page, context, connect, button }) => {
      await context.clearPermissions();
      await page.addInitScript(() => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      });
      await page.reload();
      await connect();
      await button('Copy refresh token').click();
      await page.getByRole('status').filter({ hasText: 'is selected' }).waitFor();
      expect(await page.evaluate(() => String(getSelection()))).toBe('AQ-refresh-1');
    }));

  it('is in a .env file with the time of consent, and the download counts as a copy', () =>
    walk(async ({ page, connect, button, region }) => {
      const consent = '2026-11-24T23:10:05Z';
      await page.clock.setFixedTime(consent);
      await connect();
      const [file] = await Promise.all([page.waitForEvent('download'), button('Download .env').click()]);
      const env = parse(await readFile(await file.path(), 'utf8'));
      expect(env).toEqual({
        SPOTIFY_CLIENT_ID: clientId,
        SPOTIFY_REFRESH_TOKEN: 'AQ-refresh-1',
        SPOTIFY_AUTHORIZED_AT: consent,
      });
      const end = Date.parse(consent) + 180 * 24 * 60 * 60 * 1000;
      expect(await region('Expires').innerText()).toContain(longDate.format(end));
      expect(file.url()).not.toContain('AQ-refresh-1');
      await button('Copy .env').click();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('AQ-refresh-1');
      await page.goto('about:blank');
    }));

  it('has a calendar file for the days that the page names, without the token', () =>
    walk(async ({ page, connect, button, region }) => {
      await connect();
      const [file] = await Promise.all([page.waitForEvent('download'), button('Download a reminder').click()]);
      const text = await readFile(await file.path(), 'utf8');
      const days = [...text.matchAll(/DTSTART;VALUE=DATE:(\d{4})(\d\d)(\d\d)/g)].map(
        ([, y, m, d]) => new Date(`${y}-${m}-${d}T12:00`),
      );
      const named = days.map((day) => dayAndMonth.format(day)).join(' and ');
      expect(days).toHaveLength(2);
      expect(await region('Expires').innerText()).toContain(`A calendar file (.ics): ${named}.`);
      const unfolded = text.replaceAll('\r\n ', '');
      expect(unfolded).toContain(`client_id=${clientId}`);
      // This page is on loopback, where nothing may run on that day.
      expect(unfolded).toContain('Start Refrain again');
      expect(unfolded).not.toContain('http://');
      expect(text).not.toMatch(/AQ-|BQ-|Ada/);
    }));

  it('is shown with the granted scopes and those that were not granted', () =>
    walk(async ({ page, connect, spotify }) => {
      spotify.token = () => tokens({ scope: 'user-top-read' });
      await connect();
      await page.getByRole('heading', { name: 'Asked for, not granted' }).waitFor();
      const [granted, missing] = await page.locator('.granted').allInnerTexts();
      expect(granted).toBe('user-top-read');
      expect(missing?.split('\n')).toEqual(defaultScopes.filter((scope) => scope !== 'user-top-read'));
    }));

  it('that Spotify did not send is an alert, and the access token is shown', () =>
    walk(async ({ connect, spotify, alert, box }) => {
      spotify.token = () => tokens({ refresh_token: undefined });
      await connect();
      await alert().filter({ hasText: 'Spotify sent no refresh token' }).waitFor();
      expect(await alert().count()).toBe(1);
      expect(await box('Access token').inputValue()).toBe('BQ-access-1');
      expect(await box('Refresh token').count()).toBe(0);
    }));

  it('that is missing leaves the real lifetime of the access token, not an hour', () =>
    walk(async ({ connect, spotify, region }) => {
      spotify.token = () => tokens({ expires_in: 1800 });
      await connect('temporary');
      const words = region('Expires').getByText('can’t be extended');
      expect(await words.innerText()).toContain('valid for 30 minutes');
      expect(await words.innerText()).not.toContain('hour');
    }));

  it.each([undefined, 0, -1, 1e300, {}])(
    'is not lost with a lifetime of %j: the expiry of the access token is unknown',
    (expires_in) =>
      walk(async ({ page, connect, spotify, box }) => {
        spotify.token = () => tokens({ expires_in });
        await connect();
        expect(await box('Refresh token').inputValue()).toBe('AQ-refresh-1');
        expect(await page.getByRole('timer').innerText()).toBe('expiry unknown');
      }),
  );
});

describe('refreshing the access token', () => {
  it('keeps the refresh token if Spotify sends none', () =>
    walk(async ({ connect, spotify, button, box, page }) => {
      await connect();
      await box('Refresh token').waitFor();
      spotify.token = () => tokens({ access_token: 'BQ-access-2', refresh_token: '' });
      await button('Refresh access token').click();
      await expect.poll(() => box('Access token').inputValue()).toBe('BQ-access-2');
      expect(await box('Refresh token').inputValue()).toBe('AQ-refresh-1');
      expect(await page.getByRole('heading', { name: 'Keep the new refresh token' }).count()).toBe(0);
      expect(Object.fromEntries(spotify.tokenRequests.at(-1) ?? [])).toMatchObject({
        grant_type: 'refresh_token',
        refresh_token: 'AQ-refresh-1',
        client_id: clientId,
      });
    }));

  it('shows a new refresh token first, as the one to keep and not yet copied', () =>
    walk(async ({ page, connect, spotify, button, box }) => {
      await connect();
      await button('Copy refresh token').click();
      spotify.token = () => tokens({ refresh_token: 'AQ-refresh-2' });
      await button('Refresh access token').click();
      await expect.poll(() => box('Refresh token').inputValue()).toBe('AQ-refresh-2');
      const text = await page.locator('main').innerText();
      expect(text.indexOf('Keep the new refresh token')).toBe(text.search(/\S/));
      const asked: string[] = [];
      page.on('dialog', (dialog) => {
        asked.push(dialog.type());
        void dialog.accept();
      });
      await page.goto('about:blank');
      expect(asked).toEqual(['beforeunload']);
    }));

  it('keeps the granted scopes if the answer lists none, because they have not changed', () =>
    walk(async ({ page, connect, spotify, button, box }) => {
      await connect();
      await box('Refresh token').waitFor();
      spotify.token = () => tokens({ access_token: 'BQ-access-2', scope: undefined });
      await button('Refresh access token').click();
      await expect.poll(() => box('Access token').inputValue()).toBe('BQ-access-2');
      expect((await page.locator('.granted').first().innerText()).split('\n')).toEqual(defaultScopes);
      expect(await page.getByText('doesn’t list').count()).toBe(0);
    }));

  it('with the secret moves the focus to its button when the box disappears', () =>
    walk(async ({ page, connect, button, box }) => {
      await connect('authorization_code');
      await box('Client secret').fill('s3cret');
      await button('Get token').click();
      await button('Refresh access token').click();
      await box('Client secret').fill('s3cret');
      await box('Client secret').press('Enter');
      await expect.poll(() => box('Client secret').count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
        'Refresh access token',
      );
    }));

  it('shows a refusal in place, and keeps both tokens', () =>
    walk(async ({ connect, spotify, button, box, alert, section }) => {
      await connect();
      await box('Refresh token').waitFor();
      spotify.token = () => json(400, { error: 'invalid_grant', error_description: 'Refresh token revoked' });
      await button('Refresh access token').click();
      await section('Access token').getByRole('alert').waitFor();
      expect(await alert().count()).toBe(1);
      expect(await alert().innerText()).toContain('Refresh token revoked');
      expect(await box('Refresh token').inputValue()).toBe('AQ-refresh-1');
      expect(await box('Access token').inputValue()).toBe('BQ-access-1');
    }));
});

describe('Try it', () => {
  const gates: [string, number, string, RegExp][] = [
    ['the five-user list', 403, 'The user is not registered for this application.', /User Management/],
    ['Premium', 403, 'Active premium subscription required for the owner of the app.', /Premium/],
    ['an expired token', 401, '{"error":{"status":401,"message":"The access token expired"}}', /Refresh it/],
    [
      'a rate limit, whose length a browser hides',
      429,
      '{"error":{"status":429,"message":"Too many requests"}}',
      /a few seconds, lately sometimes hours.*can’t see which/,
    ],
    [
      'any other error as Spotify’s',
      404,
      '{"error":{"status":404,"message":"non existing id"}}',
      /Spotify answered with an error[^]*non existing id/,
    ],
  ];
  it.each(gates)('shows %s in an alert with its cure', (_, status, body, cure) =>
    walk(async ({ connect, spotify, region, alert, page }) => {
      spotify.account = () => ({ status, body });
      await connect();
      const place = region('Try it');
      await place.getByRole('alert').waitFor();
      expect(await alert().count()).toBe(1);
      expect(await place.getByRole('alert').innerText()).toMatch(cure);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      spotify.account = () => json(200, { id: 'ada', display_name: 'Ada Okafor' });
      await place.getByRole('button', { name: 'Try again' }).click();
      await place.getByText('Ada Okafor').waitFor();
      expect(await alert().count()).toBe(0);
    }),
  );

  it('keeps the focus when asked again, and has one button of each name next to another alert', () =>
    walk(async ({ connect, spotify, region, section, button, alert, page }) => {
      spotify.account = () => undefined;
      await connect();
      const place = region('Try it');
      await place.getByRole('alert').waitFor();
      await place.getByRole('button', { name: 'Try again' }).click();
      await place.getByRole('alert').waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Try it');
      spotify.token = () => undefined;
      await button('Refresh access token').click();
      await section('Access token').getByRole('alert').waitFor();
      expect(await alert().count()).toBe(1);
      expect(await button('Try again').count()).toBe(1);
      spotify.token = () => tokens();
      await button('Try again').click();
      await expect.poll(() => alert().count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
        'Refresh access token',
      );
      spotify.account = () => json(200, { id: 'ada', display_name: 'Ada Okafor' });
      await button('Ask again').click();
      await place.getByText('Ada Okafor').waitFor();
    }));

  it('names a missing scope without an alert', () =>
    walk(async ({ connect, spotify, region, alert }) => {
      spotify.plays = () => json(403, { error: { status: 403, message: 'Insufficient client scope' } });
      await connect();
      await region('Try it').getByText('needs the scope').waitFor();
      expect(await alert().count()).toBe(0);
    }));

  it('shows each play with its artwork, artists, link and time, and does not change titles', () =>
    walk(async ({ connect, spotify, region }) => {
      const title = '<img src=x onerror=alert(1)> עברית 日本語 '.repeat(8);
      spotify.plays = () =>
        playsOf(
          {},
          { name: title, artists: [{ name: 'One' }, { name: 'Two' }] },
          { is_local: true, external_urls: {}, name: '', artists: [{ name: 'Me' }], album: { images: [] } },
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
      const rows = region('Try it').getByRole('listitem');
      await expect.poll(() => rows.count()).toBe(5);
      expect(await rows.nth(0).getByRole('link').getAttribute('href')).toBe(
        'https://open.spotify.com/track/3n3Ppam7vgaVa1iaRUc9Lp',
      );
      expect(await rows.nth(0).innerText()).toMatch(/Mr\. Brightside[^]*The Killers[^]*5 minutes ago/);
      expect(await rows.nth(0).locator('abbr').getAttribute('title')).toBe('Explicit');
      expect(await rows.nth(1).locator('b').innerText()).toContain('<img src=x onerror=alert(1)>');
      expect(await rows.nth(1).innerText()).toContain('One, Two');
      expect(await rows.nth(2).getByRole('link').count()).toBe(0);
      expect(await rows.nth(3).getByRole('link').count()).toBe(0);
      expect(await rows.nth(4).innerText()).toMatch(/Ep\. 12[^]*Hard Fork/);
      for (const link of await region('Try it').getByRole('link').all()) {
        expect(await link.getAttribute('target')).toBe('_blank');
        expect(await link.getAttribute('rel')).toContain('noopener');
      }
      const logo = await region('Try it').getByRole('img', { name: 'Spotify' }).boundingBox();
      expect(logo?.width).toBeGreaterThanOrEqual(70);
      expect(
        await region('Try it')
          .getByRole('link', { name: /^LISTEN ON SPOTIFY/ })
          .count(),
      ).toBe(1);
    }));

  it('loads pictures only from Spotify’s image hosts, and shows a blank square for others', () =>
    walk(async ({ connect, spotify, region, requests, page }) => {
      const from = (url: string) => ({ album: { name: 'A', images: [{ url }] } });
      await page.route('https://i.scdn.co/image/gone', (route) => route.abort());
      spotify.plays = () => playsOf({}, from('https://evil.example/a.png'), from('https://i.scdn.co/image/gone'));
      await connect();
      const rows = region('Try it').getByRole('listitem');
      await expect.poll(() => rows.count()).toBe(3);
      await expect.poll(() => rows.locator('img').count()).toBe(1);
      const heights = await rows.evaluateAll((all) =>
        all.map((row) => row.querySelector('.art')!.getBoundingClientRect().height),
      );
      expect(heights).toEqual([48, 48, 48]);
      expect(requests.filter((request) => request.url().includes('evil.example'))).toEqual([]);
    }));
});
