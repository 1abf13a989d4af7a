import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pressBack } from '../support/page/browser.ts';
import { chooseGrant } from '../support/page/form-steps.ts';
import { json, routeSpotify, tokens, type RoutedAnswer } from '../support/page/routed-spotify.ts';
import { clientId, openPageSessions, type PageSession } from '../support/page/page-session.ts';

let walk: Awaited<ReturnType<typeof openPageSessions>>['walk'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ walk, close } = await openPageSessions());
});
afterAll(() => close());

const theForm = async ({ box, page }: PageSession) => ({
  clientId: await box('Client ID').inputValue(),
  grant: await page.locator('input[name=grant]:checked').getAttribute('value'),
  scopes: await page.locator('input[name=scope]:checked').count(),
});
const unchanged = { clientId, grant: 'authorization_code_pkce', scopes: 3 };
const refused = () => json(400, { error: 'invalid_client', error_description: 'Invalid client secret' });
const wholePage = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

describe('a callback', () => {
  it('with a refusal is explained above the unchanged form', () =>
    walk(async (reader) => {
      reader.spotify.callback = (state) => [
        ['error', 'access_denied'],
        ['state', state],
      ];
      await reader.connect();
      await reader.alert().waitFor();
      await expect
        .poll(() => reader.alert().innerText())
        .toMatch(/^You declined on Spotify[^]*access_denied[^]*Connect again/);
      await expect.poll(() => reader.page.title()).toMatch(/^Error: You declined on Spotify/);
      await expect.poll(() => reader.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
      await expect.poll(() => theForm(reader)).toEqual(unchanged);
      expect(reader.page.url()).not.toContain('state');
      expect(reader.spotify.tokenRequests).toEqual([]);
      // One button is the cure. It keeps the client ID, the grant and the scopes.
      reader.spotify.callback = (state) => [
        ['code', 'AQ-code-1'],
        ['state', state],
      ];
      const asked = reader.page.waitForRequest(/accounts\.spotify\.com\/authorize/);
      await reader.button('Connect again').click();
      const { searchParams } = new URL((await asked).url());
      expect(searchParams.get('client_id')).toBe(clientId);
      expect(searchParams.get('scope')?.split(' ')).toHaveLength(3);
      await reader.box('Refresh token').waitFor();
      await expect.poll(() => reader.alert().count()).toBe(0);
    }));

  it('of another sign-in changes nothing: the pending sign-in still gets its own callback', () =>
    walk(async (reader) => {
      let own: string | undefined;
      reader.spotify.callback = (state) => {
        own = state;
        return [
          ['code', 'AQ-evil'],
          ['state', 'another-sign-in'],
        ];
      };
      await reader.connect();
      await reader.alert().filter({ hasText: 'Sign-in mismatch (state)' }).waitFor();
      expect(reader.spotify.tokenRequests).toEqual([]);
      await expect.poll(() => theForm(reader)).toEqual(unchanged);
      await reader.page.goto(`${reader.pageUrl}?code=AQ-code-1&state=${own}`);
      await reader.box('Refresh token').waitFor();
    }));

  it('works once: not again from the history, and not in a duplicated tab', () =>
    walk(async (reader) => {
      let own = '';
      reader.spotify.callback = (state) => {
        own = state;
        return undefined;
      };
      await reader.connect();
      await reader.page.waitForURL(/accounts\.spotify\.com/);
      const callback = `${reader.pageUrl}?code=AQ-code-1&state=${own}`;
      // A duplicated tab has a copy of the first tab's sessionStorage.
      const first = await reader.context.newPage();
      await first.goto(`${reader.pageUrl}licence.txt`);
      await pressBack(reader.page);
      await reader.button('Connect Spotify').waitFor();
      const kept = await reader.page.evaluate(() => ({ ...sessionStorage }));
      await first.evaluate((items) => Object.assign(sessionStorage, items), kept);
      const copied = await routeSpotify(first);
      await Promise.all([reader.page.goto(callback), first.goto(callback)]);
      const alerts = [reader.page, first].map((page) => page.getByRole('alert').filter({ hasText: 'already used' }));
      await expect
        .poll(async () => (await Promise.all(alerts.map((alert) => alert.count()))).toSorted())
        .toEqual([0, 1]);
      await expect.poll(() => reader.spotify.tokenRequests.length + copied.tokenRequests.length).toBe(1);

      await reader.page.goto('about:blank').catch(() => {});
      const later = await reader.context.newPage();
      await later.goto(callback);
      await later.getByRole('alert').filter({ hasText: 'No sign-in is waiting in this tab' }).waitFor();
    }));

  it('in the fragment is explained by the end of the implicit grant', () =>
    walk(async (reader) => {
      await reader.page.goto(`${reader.pageUrl}licence.txt`);
      await reader.page.goto(`${reader.pageUrl}#error=unsupported_response_type&state=x`);
      await reader.alert().filter({ hasText: 'implicit grant' }).waitFor();
      expect(reader.page.url()).not.toContain('#');
    }));

  it.each([
    ['before the page had loaded', /\/assets\/index-/],
    ['before the code was sent', /\/lazy-entry-[^/]*\.js/],
    ['before Spotify answered', 'https://accounts.spotify.com/api/token'],
  ])('that is lost by a reload %s is explained, and the form is as before', (_, what) =>
    walk(async ({ page, context, box, button, connect, spotify }) => {
      spotify.callback = () => undefined;
      await connect();
      await page.waitForURL('https://accounts.spotify.com/**');
      const asked = new URL(page.url()).searchParams;
      const stopped = page.waitForRequest(what);
      await context.route(what, () => {});
      await page.unroute('https://accounts.spotify.com/api/token');
      await page.goto(`${asked.get('redirect_uri')}?code=AQ-code-1&state=${asked.get('state')}`, {
        waitUntil: 'commit',
      });
      await stopped;
      await page.waitForFunction('history.state?.lost');
      await context.unroute(what);
      await page.reload();
      await page.getByRole('heading', { name: 'Your approval was lost' }).waitFor();
      await expect.poll(() => page.getByText('What did Spotify say?').count()).toBe(0);
      await expect.poll(() => box('Client ID').inputValue()).toBe(clientId);
      await expect.poll(() => button('Connect again').isVisible()).toBe(true);
      await page.reload();
      await expect.poll(() => page.locator('form.ready').count()).toBe(1);
      await expect.poll(() => page.getByText('What did Spotify say?').count()).toBe(0);
    }),
  );

  it('whose exchange cannot reach Spotify is sent again only when the user presses the button', () =>
    walk(async (reader) => {
      reader.spotify.token = () => undefined;
      await reader.connect();
      await reader.alert().filter({ hasText: 'blocker' }).waitFor();
      for (const cause of [/offline/i, /login/i, /limits your requests/i]) {
        await expect.poll(() => reader.alert().innerText()).toMatch(cause);
      }
      await expect.poll(() => theForm(reader)).toEqual(unchanged);
      expect(reader.spotify.tokenRequests).toHaveLength(1);
      reader.spotify.token = () => tokens();
      await reader.button('Try again').click();
      await reader.box('Refresh token').waitFor();
      expect(reader.spotify.tokenRequests).toHaveLength(2);
      expect(String(reader.spotify.tokenRequests[1])).toBe(String(reader.spotify.tokenRequests[0]));
      await expect.poll(() => reader.alert().count()).toBe(0);
    }));
});

describe('the client secret', () => {
  const appToken = () => json(200, { access_token: 'BQ-app', token_type: 'Bearer', expires_in: 3600 });
  const getAppToken = async ({ box, page, button }: PageSession, secret: string) => {
    await box('Client ID').fill(clientId);
    await chooseGrant(page, 'client_credentials');
    await box('Client secret').fill(secret);
    await button('Get token').click();
  };

  it('is entered after the return, masked, and sent only to the token endpoint', () =>
    walk(async (reader) => {
      await reader.connect('authorization_code');
      const box = reader.box('Client secret');
      await box.waitFor();
      await expect.poll(() => reader.page.evaluate(() => document.activeElement?.textContent)).toBe('Approved');
      await expect.poll(() => box.getAttribute('type')).toBe('password');
      await expect.poll(() => reader.page.locator('#app [name]').count()).toBe(0);
      await box.fill('s3cret');
      await reader.button('Show client secret').click();
      await expect.poll(() => box.getAttribute('type')).toBe('text');
      await reader.button('Hide client secret').click();
      await expect.poll(() => box.getAttribute('type')).toBe('password');
      await reader.button('Get token').click();
      await reader.box('Refresh token').waitFor();
      expect(reader.spotify.tokenRequests.map((form) => form.get('client_secret'))).toEqual(['s3cret']);
      expect(reader.spotify.tokenRequests[0]?.get('code_verifier')).toMatch(/^[\w.~-]{43,}$/);
      expect(await wholePage(reader.page)).not.toContain('s3cret');
      expect(
        await reader.page.locator('input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
      ).not.toContain('s3cret');
    }));

  it.each([
    ['double quotes', '"s3cretOfTheApp"'],
    ['curly quotes', '\u201cs3cretOfTheApp\u201d'],
    ['Markdown', '`s3cretOfTheApp`'],
    ['blanks', '  s3cret OfTheApp\t'],
    ['a byte order mark', '\ufeffs3cretOfTheApp'],
    ['zero-width characters', 's3cret\u200bOfThe\u200dApp\u2060'],
    ['line ends', 's3cret\r\nOfTheApp\n'],
    ['line ends written out', 's3cretOfTheApp\\n'],
    ['a .env file', `SPOTIFY_CLIENT_ID=${clientId}\nSPOTIFY_CLIENT_SECRET="s3cretOfTheApp"\n`],
    ['JSON in snake case', '{"client_id":"a","client_secret":"s3cretOfTheApp"}'],
    ['JSON in camel case', '{ "clientSecret": "s3cretOfTheApp", "clientId": "a" }'],
    ['an address', 'https://example.com/?client_secret=s3cretOfTheApp&client_id=a'],
  ])('is cleaned in its box: %s', (_, pasted) =>
    walk(async (reader) => {
      reader.spotify.token = appToken;
      await getAppToken(reader, pasted);
      await reader.box('Access token').waitFor();
      expect(reader.spotify.tokenRequests.map((form) => form.get('client_secret'))).toEqual(['s3cretOfTheApp']);
    }),
  );

  it('can be corrected in place while the code is valid', () =>
    walk(async (reader) => {
      reader.spotify.token = refused;
      await reader.connect('authorization_code');
      await reader.button('Get token').click();
      expect(reader.spotify.tokenRequests).toEqual([]);
      await expect.poll(() => reader.box('Client secret').getAttribute('aria-invalid')).toBe('true');
      await reader.box('Client secret').fill('wrong');
      await reader.button('Show client secret').click();
      await reader.button('Get token').click();
      await reader.alert().filter({ hasText: 'rejects this secret' }).waitFor();
      await expect.poll(() => reader.alert().count()).toBe(1);
      const box = reader.box('Client secret');
      await expect.poll(() => box.getAttribute('type')).toBe('password');
      await expect.poll(() => box.getAttribute('aria-invalid')).toBe('true');
      await expect.poll(() => box.evaluate((one) => one === document.activeElement)).toBe(true);
      reader.spotify.token = () => tokens();
      await reader.box('Client secret').fill('right');
      await reader.box('Client secret').press('Enter');
      await reader.box('Refresh token').waitFor();
      expect(reader.spotify.tokenRequests.map((form) => form.get('client_secret'))).toEqual(['wrong', 'right']);
    }));

  it('is too late for an expired code: the form is shown again', () =>
    walk(async (reader) => {
      reader.spotify.token = () =>
        json(400, { error: 'invalid_grant', error_description: 'Authorization code expired' });
      await reader.connect('authorization_code');
      await reader.box('Client secret').fill('s3cret');
      await reader.button('Get token').click();
      await reader.alert().filter({ hasText: 'That approval expired' }).waitFor();
      await expect.poll(() => theForm(reader)).toEqual({ ...unchanged, grant: 'authorization_code' });
      await expect.poll(() => reader.button('Connect Spotify').isVisible()).toBe(true);
    }));

  it('is not asked for after a reload, and a notice explains why', () =>
    walk(async (reader) => {
      await reader.connect('authorization_code');
      await reader.box('Client secret').fill('s3cret');
      await reader.page.reload();
      await reader.page.getByRole('heading', { name: 'Your approval was lost' }).waitFor();
      // Nothing failed, so it is a notice.
      await expect.poll(() => reader.alert().count()).toBe(0);
      await expect.poll(() => reader.button('Connect again').isVisible()).toBe(true);
      await expect.poll(() => theForm(reader)).toEqual({ ...unchanged, grant: 'authorization_code' });
      await reader.page.reload();
      await reader.button('Connect Spotify').waitFor();
      await expect.poll(() => reader.page.locator('form.ready').count()).toBe(1);
      await expect.poll(() => reader.page.getByText('Your approval was lost').count()).toBe(0);
    }));

  it('in the form, for client credentials, is marked at its field when it is wrong', () =>
    walk(async (reader) => {
      reader.spotify.token = refused;
      await getAppToken(reader, 'wrong');
      await reader.alert().filter({ hasText: 'rejects this secret' }).waitFor();
      await expect.poll(() => reader.alert().count()).toBe(1);
      await expect.poll(() => reader.box('Client secret').evaluate((one) => one === document.activeElement)).toBe(true);
      reader.spotify.token = appToken;
      await reader.box('Client secret').fill('right');
      await reader.button('Get token').click();
      await expect.poll(() => reader.box('Access token').inputValue()).toBe('BQ-app');
      await expect.poll(() => reader.alert().count()).toBe(0);
      await expect.poll(() => reader.button('Refresh access token').count()).toBe(0);
    }));

  it('in the form is sent again with the corrected value', () =>
    walk(async (reader) => {
      reader.spotify.token = () => undefined;
      await getAppToken(reader, 'first');
      await reader.alert().filter({ hasText: 'could not be reached' }).waitFor();
      await reader.box('Client secret').fill('corrected');
      reader.spotify.token = appToken;
      await reader.button('Try again').click();
      await expect.poll(() => reader.box('Access token').inputValue()).toBe('BQ-app');
      expect(reader.spotify.tokenRequests.map((form) => form.get('client_secret'))).toEqual(['first', 'corrected']);
    }));
});

describe('leaving', () => {
  it('wipes the tokens, and coming back from the back-forward cache explains that', () =>
    walk(async (reader) => {
      await reader.connect();
      await reader.button('Copy refresh token').click();
      await reader.page.evaluate(() => ((window as unknown as { alive: boolean }).alive = true));
      await reader.page.goto(`${reader.pageUrl}licence.txt`);
      await pressBack(reader.page);
      await reader.page.getByRole('heading', { name: 'The token was cleared when you left the page' }).waitFor();
      await expect.poll(() => reader.alert().count()).toBe(0);
      await expect.poll(() => reader.page.evaluate(() => (window as unknown as { alive?: boolean }).alive)).toBe(true);
      expect(await wholePage(reader.page)).not.toMatch(/AQ-|BQ-/);
      await expect.poll(() => reader.page.getByRole('textbox', { name: 'Refresh token', exact: true }).count()).toBe(0);
      await expect.poll(() => theForm(reader)).toEqual(unchanged);
      await reader.button('Connect again').click();
      await reader.box('Refresh token').waitFor();
    }));

  it('by the link of the page asks first, and shows the unchanged form', () =>
    walk(async (reader) => {
      await reader.connect();
      await reader.box('Refresh token').waitFor();
      const answers = [false, true];
      reader.page.on('dialog', (dialog) => void (answers.shift() ? dialog.accept() : dialog.dismiss()));
      await reader.page.getByRole('link', { name: 'Get another token' }).click();
      await expect.poll(() => reader.box('Refresh token').count()).toBe(1);
      await reader.page.getByRole('link', { name: 'Get another token' }).click();
      await reader.button('Connect Spotify').waitFor();
      expect(answers).toEqual([]);
      await expect.poll(() => theForm(reader)).toEqual(unchanged);
      expect(await wholePage(reader.page)).not.toMatch(/AQ-|BQ-/);
    }));
});

describe('I already have a token', () => {
  const open = async (reader: PageSession) => {
    await reader.button('I already have a token').click();
    await reader.box('Your refresh token').waitFor();
    await expect.poll(() => reader.box('Client secret').isVisible()).toBe(false);
  };
  const check = async (reader: PageSession) => {
    await open(reader);
    await reader.box('Client ID').fill(clientId);
    await reader.box('Your refresh token').fill('AQ-refresh-1');
    await reader.button('Check token').click();
  };

  it('is checked by refreshing, and a new one is shown first', () =>
    walk(async (reader) => {
      reader.spotify.token = () => tokens({ refresh_token: 'AQ-refresh-2' });
      await open(reader);
      await reader.page.getByText('Checking uses it once').waitFor();
      await expect.poll(() => reader.box('Your refresh token').getAttribute('name')).toBeNull();
      await reader.box('Client ID').fill(clientId);
      await reader.box('Your refresh token').fill('SPOTIFY_REFRESH_TOKEN="AQ-refresh-1"\n');
      await reader.page.getByLabel('When you approved it').fill('2026-08-20');
      await reader.button('Check token').click();
      await expect.poll(() => reader.box('Refresh token').inputValue()).toBe('AQ-refresh-2');
      await expect
        .poll(() => reader.page.getByRole('heading', { level: 1 }).innerText())
        .toBe('Spotify replaced your refresh token');
      await expect
        .poll(() => reader.section('New refresh token').getByRole('alert').innerText())
        .toContain('Save this one now.');
      await expect.poll(() => reader.region('Expires').innerText()).toContain('16 February 2027');
      await reader.region('Try it').getByText('Ada Okafor').waitFor();
      expect(Object.fromEntries(reader.spotify.tokenRequests[0] ?? [])).toEqual({
        grant_type: 'refresh_token',
        refresh_token: 'AQ-refresh-1',
        client_id: clientId,
      });
    }));

  it('can be left for practice', () =>
    walk(async (reader) => {
      await open(reader);
      await reader.button('Practice without an account').click();
      await reader.button('Leave practice').waitFor();
      await expect.poll(() => reader.button('Connect Spotify').isVisible()).toBe(true);
    }));

  it('asks before leaving while an answer, and perhaps a new token, is on its way', () =>
    walk(async (reader) => {
      let send = (_: RoutedAnswer): void => undefined;
      reader.spotify.token = () => new Promise((resolve) => (send = resolve));
      await check(reader);
      await expect.poll(() => reader.spotify.tokenRequests.length).toBe(1);
      const asked: string[] = [];
      reader.page.on('dialog', (dialog) => {
        asked.push(dialog.message());
        void dialog.dismiss();
      });
      await reader.page.getByRole('link', { name: 'Get a token' }).click();
      expect(asked.join()).toContain('new refresh token right now');
      send(tokens({ refresh_token: 'AQ-refresh-2' }));
      await reader.box('Refresh token').waitFor();
      await expect.poll(() => reader.box('Refresh token').inputValue()).toBe('AQ-refresh-2');
    }));

  it('has an unknown expiry without the day of consent, and can be left without copying', () =>
    walk(async (reader) => {
      reader.spotify.token = () => tokens({ refresh_token: undefined });
      await check(reader);
      await expect.poll(() => reader.box('Refresh token').inputValue()).toBe('AQ-refresh-1');
      await expect.poll(() => reader.region('Expires').innerText()).toContain('Not known');
      // The user has this token elsewhere, and its day of consent is not known.
      await expect
        .poll(() => reader.section('Refresh token').innerText())
        .not.toMatch(/gone when you close|days left|approval/);
      await expect.poll(() => reader.page.getByRole('heading', { level: 1 }).innerText()).toBe('Your refresh token');
      await reader.region('Try it').getByText('Works:').waitFor();
      await reader.page.goto('about:blank');
    }));

  it('reads the day of consent from a .env file too, unless one is entered', () =>
    walk(async (reader) => {
      await open(reader);
      const day = reader.page.getByLabel('When you approved it');
      const paste = (consent: string) =>
        reader.box('Your refresh token').fill(`SPOTIFY_REFRESH_TOKEN=AQ-1\nSPOTIFY_AUTHORIZED_AT=${consent}\n`);
      await paste('2026-08-20T12:00:00Z');
      await expect.poll(() => day.inputValue()).toBe('2026-08-20');
      await day.fill('2026-08-21');
      await paste('2026-08-22T12:00:00Z');
      await expect.poll(() => day.inputValue()).toBe('2026-08-21');
    }));

  it('shows what is missing at its field, and sends nothing', () =>
    walk(async (reader) => {
      await open(reader);
      await reader.button('Check token').click();
      await reader.page.getByText('Error: Paste the refresh token').waitFor();
      await reader.page.getByText('Error: Enter the client ID').waitFor();
      await expect.poll(() => reader.page.evaluate(() => document.activeElement?.id)).toBe('your-refresh-token');
      await expect.poll(() => reader.page.title()).toMatch(/^Error: /);
      await reader.box('Your refresh token').fill('AQ-refresh-1');
      await reader.box('Client ID').fill(clientId);
      await expect.poll(() => reader.page.title()).toMatch(/^Check a refresh token/);
      await reader.box('Your refresh token').fill('');
      await reader.box('Client ID').press('Enter');
      await expect.poll(() => reader.box('Your refresh token').getAttribute('aria-invalid')).toBe('true');
      expect(reader.spotify.tokenRequests).toEqual([]);
    }));

  it.each(['invalid_request', 'invalid_client'])(
    'asks for the secret if Spotify answers %s without one, because it may be needed',
    (error) =>
      walk(async (reader) => {
        reader.spotify.token = () => json(400, { error });
        await check(reader);
        await reader.alert().waitFor();
        await reader.box('Client secret').fill('s3cret');
        reader.spotify.token = () => tokens({ refresh_token: undefined });
        await reader.button('Check token').click();
        await reader.box('Refresh token').waitFor();
        expect(reader.spotify.tokenRequests.map((form) => form.has('client_secret'))).toEqual([false, true]);
      }),
  );

  it('that Spotify rejects stays in its box, with one alert', () =>
    walk(async (reader) => {
      reader.spotify.token = () => json(400, { error: 'invalid_grant', error_description: 'Refresh token revoked' });
      await check(reader);
      await reader.alert().filter({ hasText: 'Spotify rejected the refresh token' }).waitFor();
      await expect.poll(() => reader.alert().count()).toBe(1);
      await expect.poll(() => reader.box('Your refresh token').inputValue()).toBe('AQ-refresh-1');
      await reader.page.getByRole('link', { name: 'Get a token' }).click();
      await expect.poll(() => theForm(reader)).toEqual(unchanged);
      await expect.poll(() => reader.button('Connect Spotify').isVisible()).toBe(true);
    }));

  it('with a wrong secret is marked at the field of the secret', () =>
    walk(async (reader) => {
      reader.spotify.token = refused;
      await open(reader);
      await reader.box('Client ID').fill(clientId);
      await reader.box('Your refresh token').fill('AQ-refresh-1');
      await reader.page.getByText('It needs a client secret').click();
      await reader.box('Client secret').fill('wrong');
      await reader.button('Check token').click();
      await reader.alert().filter({ hasText: 'rejects this secret' }).waitFor();
      await expect.poll(() => reader.alert().count()).toBe(1);
      await expect.poll(() => reader.box('Client secret').evaluate((one) => one === document.activeElement)).toBe(true);
    }));
});

describe('a dead end at Spotify', () => {
  const comeBackFromDeadEnd = async ({ spotify, connect, page }: PageSession) => {
    spotify.callback = () => undefined;
    await connect();
    await page.waitForURL(/accounts\.spotify\.com/);
    await pressBack(page);
  };

  it('is asked about on return, and each line has its cure, with the address to register', () =>
    walk(async (reader) => {
      await comeBackFromDeadEnd(reader);
      const question = reader.page.getByRole('region', { name: 'What did Spotify say?' });
      await question.waitFor();
      await expect.poll(() => theForm(reader)).toEqual(unchanged);
      await question.getByRole('button', { name: 'redirect_uri: Not matching configuration' }).click();
      await reader.alert().filter({ hasText: 'Spotify can’t redirect here yet' }).waitFor();
      await expect.poll(() => reader.alert().count()).toBe(1);
      await expect.poll(() => question.count()).toBe(0);
      await reader.button('Copy this address').click();
      await expect
        .poll(() => reader.page.evaluate(() => navigator.clipboard.readText()))
        .toBe(await reader.box('Redirect URI').inputValue());
    }));

  it('is not asked about after the user continues', () =>
    walk(async (reader) => {
      await comeBackFromDeadEnd(reader);
      const question = reader.page.getByRole('region', { name: 'What did Spotify say?' });
      await question.getByRole('button', { name: 'client_id: Not present' }).click();
      await reader.alert().filter({ hasText: 'The client ID is missing' }).waitFor();
      await reader.box('Client ID').fill('');
      await reader.button('Connect Spotify').click();
      await reader.alert().filter({ hasText: 'Enter your app’s client ID' }).waitFor();
      await expect.poll(() => question.count()).toBe(0);
      await expect.poll(() => reader.alert().count()).toBe(1);
    }));

  it('is not assumed if none of the lines was shown: the form can be used', () =>
    walk(async (reader) => {
      await comeBackFromDeadEnd(reader);
      const question = reader.page.getByRole('region', { name: 'What did Spotify say?' });
      await reader.button('None of these').click();
      await expect.poll(() => question.count()).toBe(0);
      await expect.poll(() => reader.alert().count()).toBe(0);
      // It is not asked again about the same sign-in, whose callback may still come.
      await reader.page.reload();
      await expect.poll(() => reader.box('Client ID').inputValue()).toBe(clientId);
      await reader.page.waitForLoadState('networkidle');
      await expect.poll(() => question.count()).toBe(0);
      reader.spotify.callback = (state) => [
        ['code', 'AQ-code-1'],
        ['state', state],
      ];
      await reader.button('Connect Spotify').click();
      await reader.box('Refresh token').waitFor();
    }));
});

describe('what Spotify said, pasted', () => {
  it.each([
    ['one of its lines', 'INVALID_CLIENT: Invalid redirect URI', 'Spotify can’t redirect here yet'],
    ['another text', 'Oops! Something went wrong', 'Spotify ended the sign-in with an error'],
  ])('is explained: %s', (_, said, title) =>
    walk(async (reader) => {
      reader.spotify.callback = () => undefined;
      await reader.connect();
      await reader.page.waitForURL(/accounts\.spotify\.com/);
      await pressBack(reader.page);
      await reader.box('Or paste what it said').fill(said);
      await reader.box('Or paste what it said').press('Enter');
      await reader.alert().filter({ hasText: title }).waitFor();
      await expect.poll(() => reader.alert().innerText()).toContain(said);
      await expect.poll(() => reader.button('Connect again').isVisible()).toBe(true);
    }),
  );
});

describe('waiting, if it is the cure', () => {
  it('is what the alert says, and Try again is there when it is over', () =>
    walk(async (reader) => {
      await reader.page.clock.install();
      reader.spotify.token = () => json(429, {});
      await reader.connect();
      await reader.alert().filter({ hasText: 'Rate limited by Spotify' }).waitFor();
      await expect.poll(() => reader.alert().innerText()).toContain('Wait 30 seconds');
      await expect.poll(() => reader.button('Try again').count()).toBe(0);
      reader.spotify.token = () => tokens();
      await reader.page.clock.fastForward(31_000);
      await reader.button('Try again').click();
      await reader.box('Refresh token').waitFor();
    }));
});

describe('an address that Spotify refuses', () => {
  it('links to the same page at 127.0.0.1, with the parameters of the form', () =>
    walk(async (reader) => {
      const here = new URL(reader.pageUrl);
      here.hostname = 'localhost';
      await reader.page.goto(`${here.href}?client_id=${clientId}`);
      const on = reader.page.getByRole('link', { name: 'Open at 127.0.0.1' });
      await on.waitFor();
      await expect.poll(() => reader.button('Connect Spotify').isVisible()).toBe(false);
      await expect.poll(() => on.getAttribute('href')).toMatch(`${reader.pageUrl}?client_id=${clientId}`);
      // It is the same when it comes from the back-forward cache.
      await on.click();
      await reader.button('Connect Spotify').waitFor();
      await pressBack(reader.page);
      await on.waitFor();
      await expect.poll(() => reader.button('Connect Spotify').isVisible()).toBe(false);
    }));

  it('asks for another folder if its own has a hyphen', () =>
    walk(async ({ page, pageUrl, button }) => {
      // The same page in such a folder, as a static host has it: without a callback path.
      await page.route(`${pageUrl}my-page/**`, async (route) => {
        const response = await route.fetch({ url: route.request().url().replace('my-page/', '') });
        const isDocument = route.request().resourceType() === 'document';
        const html = isDocument && (await response.text()).replace('name="refrain-callback"', '');
        await route.fulfill({ response, ...(html ? { body: html } : {}) });
      });
      await page.goto(`${pageUrl}my-page/?client_id=${clientId}`);
      await page.getByText('from a folder without a hyphen').waitFor();
      await expect.poll(() => button('Connect Spotify').isVisible()).toBe(false);
      await expect.poll(() => page.locator('main a:visible').count()).toBe(0);
    }));
});
