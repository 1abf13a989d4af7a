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
  it('is in the first screen, with its copy buttons and its end, and the heading has the focus', () =>
    walk(async ({ page, connect, box, button, region }) => {
      await connect();
      await expect.poll(() => box('Refresh token').inputValue()).toBe('AQ-refresh-1');
      const end = inDays(180);
      await expect.poll(() => region('Expires').innerText()).toContain(end);
      await expect.poll(() => page.title()).toContain(end);
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      for (const [width, height] of [
        [1280, 800],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height });
        const parts = [
          box('Refresh token'),
          button('Copy refresh token'),
          button('Copy .env'),
          button('Download .env'),
          region('Expires').locator('time').first(),
        ];
        for (const part of parts) {
          const { y, height: own } = (await part.boundingBox())!;
          expect(y + own, `${await part.innerText()} at ${width} px`).toBeLessThan(height);
        }
      }
      const sizes = await page
        .locator('main :is(p, h2, b, span, time)')
        .evaluateAll((all) => all.map((one) => [Number.parseFloat(getComputedStyle(one).fontSize), one.textContent]));
      expect(sizes.toSorted((a, b) => Number(b[0]) - Number(a[0]))[0]?.[1]).toBe(end);
    }));

  it('shows all its text, also if it is of the longest kind', () =>
    walk(async ({ page, connect, spotify, box }) => {
      spotify.token = () => tokens({ refresh_token: 'A'.repeat(300) });
      await connect();
      await box('Refresh token').waitFor();
      for (const width of [1280, 390, 320]) {
        await page.setViewportSize({ width, height: 844 });
        const hidden = await box('Refresh token').evaluate((element) => element.scrollHeight - element.clientHeight);
        expect(hidden, `${width} px`).toBeLessThanOrEqual(0);
      }
    }));

  it('has its 180 days drawn to scale', () =>
    walk(async ({ page, connect }) => {
      await connect();
      const bar = page.getByRole('img', { name: /180 days from/ });
      await expect.poll(() => bar.getAttribute('aria-label')).toContain(`Today is day 0, and 180 days are left`);
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
    walk(async ({ page, connect, box, fold }) => {
      await connect();
      await fold('Access token').locator('summary').click();
      for (const name of ['Refresh token', 'Access token']) {
        await box(name).waitFor();
        await expect.poll(() => page.getByLabel(name, { exact: true }).count(), { message: name }).toBe(1);
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
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('AQ-refresh-1');
      await expect.poll(() => button('Copy refresh token').count()).toBe(1);
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
      await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('AQ-refresh-1');
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
      await expect.poll(() => region('Expires').innerText()).toContain(longDate.format(end));
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
      await expect.poll(() => region('Expires').innerText()).toContain(`A calendar file (.ics): ${named}.`);
      const unfolded = text.replaceAll('\r\n ', '');
      expect(unfolded).toContain(`client_id=${clientId}`);
      // This page is on loopback, where nothing may run on that day.
      expect(unfolded).toContain('Start Refrain again');
      expect(unfolded).not.toContain('http://');
      expect(text).not.toMatch(/AQ-|BQ-|Ada/);
    }));

  it('is shown with the granted scopes and those that were not granted', () =>
    walk(async ({ page, connect, spotify, fold }) => {
      spotify.token = () => tokens({ scope: 'user-top-read' });
      await connect();
      await expect.poll(() => fold('Granted scopes').locator('summary').innerText()).toContain('1, 2 missing');
      await fold('Granted scopes').locator('summary').click();
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
      await expect.poll(() => alert().count()).toBe(1);
      await expect.poll(() => box('Access token').inputValue()).toBe('BQ-access-1');
      await expect.poll(() => box('Refresh token').count()).toBe(0);
    }));

  it('that is missing leaves the real lifetime of the access token, not an hour', () =>
    walk(async ({ connect, spotify, region }) => {
      spotify.token = () => tokens({ expires_in: 1800 });
      await connect('temporary');
      const words = region('Expires').getByText('can’t be extended');
      await expect.poll(() => words.innerText()).toContain('valid for 30 minutes');
      await expect.poll(() => words.innerText()).not.toContain('hour');
    }));

  it.each([undefined, 0, -1, 1e300, {}])(
    'is not lost with a lifetime of %j: the expiry of the access token is unknown',
    (expires_in) =>
      walk(async ({ page, connect, spotify, box }) => {
        spotify.token = () => tokens({ expires_in });
        await connect();
        await expect.poll(() => box('Refresh token').inputValue()).toBe('AQ-refresh-1');
        await expect.poll(() => page.getByRole('timer').innerText()).toBe('expiry unknown');
      }),
  );
});

describe('a refresh token near its end', () => {
  const consent = '2026-11-24';

  it('has *Renew* first and filled from day 150; one press asks for the same scopes and grant', () =>
    walk(async ({ page, check, spotify, region, button }) => {
      spotify.token = () => tokens({ refresh_token: undefined, scope: 'user-top-read' });
      await page.clock.setFixedTime('2027-05-03T10:00:00Z');
      await check('AQ-refresh-1', consent);
      await page.getByRole('heading', { level: 1, name: 'Renew your refresh token' }).waitFor();
      await expect.poll(() => page.title()).toBe('21 days left. Refrain');
      const filled = await page
        .locator('main button:visible')
        .evaluateAll((all) => all.filter((one) => one.classList.contains('go')).map((one) => one.textContent));
      expect(filled).toEqual(['Renew']);
      const text = await page.locator('main').innerText();
      expect(text.indexOf('Expires')).toBeLessThan(text.indexOf('Refresh token\n'));
      const asked = page.waitForRequest('https://accounts.spotify.com/authorize**');
      await region('Expires').getByRole('button', { name: 'Renew', exact: true }).click();
      const { searchParams } = new URL((await asked).url());
      expect(searchParams.get('client_id')).toBe(clientId);
      expect(searchParams.get('scope')).toBe('user-top-read');
      expect(searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
      spotify.token = () => tokens({ refresh_token: 'AQ-refresh-2' });
      await page.getByRole('heading', { level: 1, name: 'You have a refresh token' }).waitFor();
      await expect.poll(() => button('Renew').count()).toBe(0);
    }));

  it('says after day 180 that it has expired, and offers nothing else than to renew', () =>
    walk(async ({ page, check, spotify, region, button }) => {
      spotify.token = () => tokens({ refresh_token: undefined });
      await page.clock.setFixedTime('2027-06-03T10:00:00Z');
      await check('AQ-refresh-1', consent);
      await region('Expires').getByText('Expired. Renew to get a new token.').waitFor();
      await expect.poll(() => button('Renew').getAttribute('class')).toContain('go');
      await expect.poll(() => button('Download a reminder').count()).toBe(0);
      await expect.poll(() => page.getByRole('img', { name: /180 days/ }).count()).toBe(0);
    }));

  it('without a known date asks for the day, believes only a possible one, and lets it be changed', () =>
    walk(async ({ page, check, spotify, region, button }) => {
      spotify.token = () => tokens({ refresh_token: undefined });
      await page.clock.setFixedTime('2027-02-01T10:00:00Z');
      await check('AQ-refresh-1');
      const day = region('Expires').getByLabel('When you approved it');
      await day.waitFor();
      await expect.poll(() => button('Download a reminder').count()).toBe(0);
      await expect.poll(() => page.getByRole('img', { name: /180 days/ }).count()).toBe(0);
      for (const wrong of ['2027-02-02', '2019-12-31']) {
        await day.fill(wrong);
        await day.blur();
        await region('Expires').getByRole('alert').waitFor();
        await expect.poll(() => day.getAttribute('aria-invalid')).toBe('true');
      }
      await day.fill(consent);
      await region('Expires').getByText('23 May 2027').waitFor();
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Expires');
      await button('Download a reminder').waitFor();
      await button('Enter another day').click();
      await day.waitFor();
    }));

  it('that Spotify has replaced is an alert with its own copy button, and it is not yet copied', () =>
    walk(async ({ page, check, spotify, alert, box, button }) => {
      spotify.token = () => tokens({ refresh_token: 'AQ-refresh-2' });
      await check('AQ-refresh-1', consent);
      await page.getByRole('heading', { level: 1, name: 'Spotify replaced your refresh token' }).waitFor();
      await expect.poll(() => alert().innerText()).toContain('Save this one now');
      await expect.poll(() => box('Refresh token').inputValue()).toBe('AQ-refresh-2');
      const block = page.locator('.token.alert');
      await expect.poll(() => block.getByRole('heading').innerText()).toBe('New refresh token');
      await expect
        .poll(() => block.getByRole('button', { name: 'Copy refresh token' }).getAttribute('class'))
        .toContain('go');
      await page.setViewportSize({ width: 390, height: 844 });
      const top = async (part: typeof block) => (await part.boundingBox())!.y;
      expect(await top(block)).toBeLessThan(await top(page.locator('.date')));
      await button('Copy refresh token').click();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('AQ-refresh-2');
    }));

  it('can have its client ID remembered in this browser, which the next visit fills in', () =>
    walk(async ({ page, connect, button, box }) => {
      await connect();
      await page.getByRole('checkbox', { name: 'Remember the client ID in this browser' }).check();
      await button('Copy refresh token').click();
      await page.reload();
      await expect.poll(() => box('Client ID').inputValue()).toBe(clientId);
      await connect();
      const remember = page.getByRole('checkbox', { name: 'Remember the client ID in this browser' });
      await expect.poll(() => remember.isChecked()).toBe(true);
      await remember.uncheck();
      expect(await page.evaluate(() => Object.values(localStorage).join(' '))).not.toContain(clientId);
    }));

  it('says so if the browser cannot remember the client ID, and the box is not ticked', () =>
    walk(async ({ page, connect }) => {
      await connect();
      const remember = page.getByRole('checkbox', { name: 'Remember the client ID in this browser' });
      // The sign-in itself needs storage.
      await remember.waitFor();
      await page.evaluate(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      });
      const refusal = page.getByText('The browser blocks storage for this page');
      await expect.poll(() => refusal.count()).toBe(0);
      await remember.click();
      await refusal.first().waitFor();
      await expect.poll(() => remember.isChecked()).toBe(false);
      await expect.poll(() => page.locator('#said').innerText()).toContain('The browser blocks storage');
    }));

  it('is not on paper; the date is', () =>
    walk(async ({ page, connect, box, button, region, fold }) => {
      await connect();
      await fold('Access token').locator('summary').click();
      await page.emulateMedia({ media: 'print' });
      await expect.poll(() => region('Expires').locator('time').first().isVisible()).toBe(true);
      for (const name of ['Refresh token', 'Access token']) {
        await expect.poll(() => box(name).count(), { message: name }).toBe(0);
      }
      await expect.poll(() => button('Copy refresh token').count()).toBe(0);
    }));
});

describe('refreshing the access token', () => {
  it('keeps the refresh token if Spotify sends none', () =>
    walk(async ({ connect, spotify, button, box, fold, page }) => {
      await connect();
      await fold('Access token').locator('summary').click();
      spotify.token = () => tokens({ access_token: 'BQ-access-2', refresh_token: '' });
      await button('Refresh access token').click();
      await expect.poll(() => box('Access token').inputValue()).toBe('BQ-access-2');
      await expect.poll(() => box('Refresh token').inputValue()).toBe('AQ-refresh-1');
      await expect.poll(() => page.getByRole('heading', { name: 'New refresh token' }).count()).toBe(0);
      expect(Object.fromEntries(spotify.tokenRequests.at(-1) ?? [])).toMatchObject({
        grant_type: 'refresh_token',
        refresh_token: 'AQ-refresh-1',
        client_id: clientId,
      });
    }));

  it('shows a new refresh token first, as the one to keep and not yet copied', () =>
    walk(async ({ page, connect, spotify, button, box, fold }) => {
      await connect();
      await button('Copy refresh token').click();
      await fold('Access token').locator('summary').click();
      spotify.token = () => tokens({ refresh_token: 'AQ-refresh-2' });
      await button('Refresh access token').click();
      await expect.poll(() => box('Refresh token').inputValue()).toBe('AQ-refresh-2');
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^New refresh token/);
      const asked: string[] = [];
      page.on('dialog', (dialog) => {
        asked.push(dialog.type());
        void dialog.accept();
      });
      await page.goto('about:blank');
      expect(asked).toEqual(['beforeunload']);
    }));

  it('keeps the granted scopes if the answer lists none, because they have not changed', () =>
    walk(async ({ page, connect, spotify, button, box, fold }) => {
      await connect();
      await fold('Access token').locator('summary').click();
      await fold('Granted scopes').locator('summary').click();
      spotify.token = () => tokens({ access_token: 'BQ-access-2', scope: undefined });
      await button('Refresh access token').click();
      await expect.poll(() => box('Access token').inputValue()).toBe('BQ-access-2');
      expect((await page.locator('.granted').first().innerText()).split('\n')).toEqual(defaultScopes);
      await expect.poll(() => page.getByText('doesn’t list').count()).toBe(0);
    }));

  it('with the secret moves the focus to its button when the box disappears', () =>
    walk(async ({ page, connect, button, box, fold }) => {
      await connect('authorization_code');
      await box('Client secret').fill('s3cret');
      await button('Get token').click();
      await fold('Access token').locator('summary').click();
      await button('Refresh access token').click();
      await box('Client secret').fill('s3cret');
      await box('Client secret').press('Enter');
      await expect.poll(() => box('Client secret').count()).toBe(0);
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Refresh access token');
    }));

  it('shows a refusal in place, and keeps both tokens', () =>
    walk(async ({ connect, spotify, button, box, alert, fold }) => {
      await connect();
      await fold('Access token').locator('summary').click();
      spotify.token = () => json(400, { error: 'invalid_grant', error_description: 'Refresh token revoked' });
      await button('Refresh access token').click();
      await fold('Access token').getByRole('alert').waitFor();
      await expect.poll(() => alert().count()).toBe(1);
      await expect.poll(() => alert().innerText()).toContain('Refresh token revoked');
      await expect.poll(() => box('Refresh token').inputValue()).toBe('AQ-refresh-1');
      await expect.poll(() => box('Access token').inputValue()).toBe('BQ-access-1');
    }));
});

describe('Try it', () => {
  const user = { id: 'ada', display_name: 'Ada Okafor' };

  it('says under the headline whose token it is and what was played last', () =>
    walk(async ({ page, connect, region }) => {
      await connect();
      const line = region('Try it').getByText(/^Works: signed in as/);
      await expect
        .poll(() => line.innerText())
        .toMatch(/^Works: signed in as Ada Okafor, last played Mr\. Brightside[^]* by The Killers, 5 minutes ago\.$/);
      const link = line.getByRole('link');
      await expect.poll(() => link.getAttribute('href')).toBe('https://open.spotify.com/track/3n3Ppam7vgaVa1iaRUc9Lp');
      await expect.poll(() => link.getAttribute('target')).toBe('_blank');
      await expect.poll(() => link.getAttribute('rel')).toContain('noopener');
      await region('Try it').locator('img').waitFor();
      const logo = await region('Try it').getByRole('img', { name: 'Spotify' }).boundingBox();
      expect(logo?.width).toBeGreaterThanOrEqual(70);
      const top = async (name: string) => (await page.getByRole('heading', { name, exact: true }).boundingBox())!.y;
      const { y } = (await line.boundingBox())!;
      expect(y).toBeGreaterThan(await top('You have a refresh token'));
      expect(y).toBeLessThan(await top('Refresh token'));
    }));

  const gates: [string, number, string, RegExp][] = [
    ['the five-user list', 403, 'The user is not registered for this application.', /User Management/],
    ['Premium', 403, 'Active premium subscription required for the owner of the app.', /Premium/],
    [
      'any other error as Spotify’s',
      404,
      '{"error":{"status":404,"message":"non existing id"}}',
      /Spotify answered with an error[^]*non existing id/,
    ],
  ];
  it.each(gates)('shows %s in an alert with its cure, and tries again', (_, status, body, cure) =>
    walk(async ({ connect, spotify, region, alert, page }) => {
      spotify.account = () => ({ status, body });
      await connect();
      const place = region('Try it');
      await place.getByRole('alert').waitFor();
      await expect.poll(() => alert().count()).toBe(1);
      await expect.poll(() => place.getByRole('alert').innerText()).toMatch(cure);
      await expect.poll(() => page.title()).toMatch(/^Error: /);
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      spotify.account = () => json(200, user);
      await place.getByRole('button', { name: 'Try again' }).click();
      await place.getByText('Ada Okafor').waitFor();
      await expect.poll(() => alert().count()).toBe(0);
    }),
  );

  it('says that the token works as soon as the account is on the list', () =>
    walk(async ({ page, connect, spotify }) => {
      spotify.account = () => ({ status: 403, body: 'The user is not registered for this application.' });
      await connect();
      const hint = page.getByText('Keep it: it works as soon as the account is on the list.');
      await expect.poll(() => hint.isVisible()).toBe(true);
    }));

  it('does not offer to try again if waiting is the cure', () =>
    walk(async ({ connect, spotify, region }) => {
      spotify.account = () => json(429, { error: { status: 429, message: 'Too many', reason: 'QUOTA_EXCEEDED' } });
      await connect();
      await region('Try it').getByRole('alert').waitFor();
      await expect.poll(() => region('Try it').getByRole('button').count()).toBe(0);
    }));

  it('refreshes an expired access token, and tries the new one', () =>
    walk(async ({ connect, spotify, region, box, alert }) => {
      spotify.account = () => json(401, { error: { status: 401, message: 'The access token expired' } });
      await connect();
      await region('Try it').getByRole('alert').waitFor();
      spotify.account = () => json(200, user);
      spotify.token = () => tokens({ access_token: 'BQ-access-2', refresh_token: undefined });
      await region('Try it').getByRole('button', { name: 'Try again' }).click();
      await region('Try it').getByText('Ada Okafor').waitFor();
      await expect.poll(() => alert().count()).toBe(0);
      await expect.poll(() => box('Refresh token').inputValue()).toBe('AQ-refresh-1');
    }));

  it('keeps the focus when asked again, and has one button of each name next to another alert', () =>
    walk(async ({ connect, spotify, region, fold, button, alert, page }) => {
      spotify.account = () => undefined;
      await connect();
      const place = region('Try it');
      await place.getByRole('alert').waitFor();
      await place.getByRole('button', { name: 'Try again' }).click();
      await place.getByRole('alert').waitFor();
      await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Try it');
      await fold('Access token').locator('summary').click();
      spotify.token = () => undefined;
      await button('Refresh access token').click();
      await fold('Access token').getByRole('alert').waitFor();
      await expect.poll(() => alert().count()).toBe(1);
      await expect.poll(() => button('Try again').count()).toBe(1);
      spotify.token = () => tokens();
      await button('Try again').click();
      await expect.poll(() => alert().count()).toBe(0);
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Refresh access token');
      spotify.account = () => json(200, user);
      await button('Ask again').click();
      await place.getByText('Ada Okafor').waitFor();
    }));

  it('is asked again by itself after a refresh, if it had failed', () =>
    walk(async ({ connect, spotify, region, fold, button }) => {
      spotify.account = () => json(429, { error: { status: 429, message: 'Too many', reason: 'QUOTA_EXCEEDED' } });
      await connect();
      await region('Try it').getByRole('alert').waitFor();
      spotify.account = () => json(200, user);
      spotify.token = () => tokens({ access_token: 'BQ-access-2' });
      await fold('Access token').locator('summary').click();
      await button('Refresh access token').click();
      await region('Try it').getByText('Ada Okafor').waitFor();
      await expect.poll(() => region('Try it').getByRole('alert').count()).toBe(0);
    }));

  it('names a missing scope without an alert', () =>
    walk(async ({ connect, spotify, region, alert }) => {
      spotify.plays = () => json(403, { error: { status: 403, message: 'Insufficient client scope' } });
      await connect();
      await region('Try it').getByText('needs the scope').waitFor();
      await expect.poll(() => alert().count()).toBe(0);
    }));

  const hostile = '<img src=x onerror=alert(1)> עברית 日本語 '.repeat(8);
  const plays: [string, Record<string, unknown>, string | RegExp, number][] = [
    ['a title as it is', { name: hostile, artists: [{ name: 'One' }, { name: 'Two' }] }, /onerror[^]* by One, Two/, 1],
    [
      'a local file without a name',
      { is_local: true, external_urls: {}, name: '', artists: [{ name: 'Me' }], album: { images: [] } },
      'last played Untitled by Me, 5',
      0,
    ],
    ['no link to another host', { external_urls: { spotify: 'javascript:alert(1)' } }, 'Mr. Brightside by', 0],
    [
      'the podcast of an episode',
      {
        type: 'episode',
        name: 'Ep. 12',
        artists: undefined,
        album: undefined,
        show: { name: 'Hard Fork', images: [] },
      },
      /last played Ep\. 12[^]* from Hard Fork, 5/,
      1,
    ],
  ];
  it.each(plays)('names %s', (_, change, words, links) =>
    walk(async ({ connect, spotify, region }) => {
      spotify.plays = () => playsOf(change);
      await connect();
      await region('Try it').getByText(words).waitFor();
      await expect.poll(() => region('Try it').getByRole('link').count()).toBe(links);
    }),
  );

  it.each(['https://evil.example/a.png', 'https://i.scdn.co/image/gone'])(
    'shows a blank square for a picture at %s',
    (url) =>
      walk(async ({ connect, spotify, region, requests, page }) => {
        await page.route('https://i.scdn.co/image/gone', (route) => route.abort());
        spotify.plays = () => playsOf({ album: { name: 'A', images: [{ url }] } });
        await connect();
        await region('Try it').getByText('Ada Okafor').waitFor();
        await expect.poll(() => region('Try it').locator('img').count()).toBe(0);
        expect((await region('Try it').locator('.art').boundingBox())?.height).toBe(48);
        expect(requests.filter((request) => request.url().includes('evil.example'))).toEqual([]);
      }),
  );
});
