import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defaultPreset, presets } from '../../src/spotify/presets.ts';
import { scopes } from '../../src/spotify/scopes.ts';
import { launchBrowser, pressBack } from '../support/page/browser.ts';
import { openVisit, type Visit } from '../support/page/stage.ts';
import { builtPage, serveFolder, type StaticServer } from '../support/page/static-server.ts';

const clientId = '3f9c0b7e5a2d4c18b6e1f07a9d245c83';
let server: StaticServer;
let browser: Browser;
const visits: Visit[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([serveFolder(), launchBrowser()]);
});
afterEach(async () => {
  server.intercept = undefined;
  for (const visit of visits.splice(0)) {
    await visit.close();
    expect(visit.complaints).toEqual([]);
  }
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(query = '', options: BrowserContextOptions = {}): Promise<Page> {
  const visit = await openVisit(browser, options);
  visits.push(visit);
  // No request reaches Spotify. Only the address counts here.
  await visit.context.route('https://accounts.spotify.com/**', (route) => route.fulfill({ body: 'Spotify' }));
  await visit.page.goto(server.url + query);
  return visit.page;
}

const idBox = (page: Page) => page.getByRole('textbox', { name: 'Client ID', exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const grantRadio = (page: Page, grant: string) => page.locator(`[name=grant][value=${grant}]`);
const ticked = (page: Page) =>
  page.locator('[name=scope]:checked').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
const queryOf = (page: Page) => new URL(page.url()).search;
const connectTo = async (page: Page) => {
  await button(page, 'Connect Spotify').click();
  await page.waitForURL('https://accounts.spotify.com/**');
  return new URL(page.url()).searchParams;
};
const stored = (page: Page) => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));

describe('Connect', () => {
  it('takes one field and one click, and asks Spotify for the default preset with PKCE', async () => {
    const page = await open();
    await idBox(page).fill(clientId);
    const asked = await connectTo(page);
    expect(Object.fromEntries(asked)).toMatchObject({
      client_id: clientId,
      response_type: 'code',
      redirect_uri: server.url,
      scope: defaultPreset.scopes.join(' '),
      code_challenge_method: 'S256',
      show_dialog: 'true',
    });
  });

  it('says what is missing next to the field, and continues when it is filled in', async () => {
    const page = await open();
    await button(page, 'Connect Spotify').click();
    const box = idBox(page);
    expect(await page.getByRole('alert').innerText()).toMatch(/^Error: Enter your app’s client ID/);
    expect(await box.getAttribute('aria-invalid')).toBe('true');
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.title()).toMatch(/^Error: /);
    await box.fill(clientId);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.title()).not.toMatch(/Error/);
    expect((await connectTo(page)).get('client_id')).toBe(clientId);
  });

  it('cleans a pasted client ID, and accepts an unusual one', async () => {
    const page = await open();
    await idBox(page).fill('  odd-one\u200b ');
    await idBox(page).blur();
    expect(await idBox(page).inputValue()).toBe('odd-one');
    expect(await page.getByText(/Usually 32 characters, this has 7/).isVisible()).toBe(true);
    expect((await connectTo(page)).get('client_id')).toBe('odd-one');
  });

  it('starts one sign-in for a double click', async () => {
    const page = await open();
    await idBox(page).fill(clientId);
    const asked: string[] = [];
    page.on('request', (request) => request.url().includes('/authorize') && asked.push(request.url()));
    await button(page, 'Connect Spotify').dblclick();
    await page.waitForURL('https://accounts.spotify.com/**');
    expect(asked).toHaveLength(1);
  });

  it('saves the pending sign-in, and remembers the client ID only if the user asks for it', async () => {
    const page = await open();
    await idBox(page).fill(clientId);
    await connectTo(page);
    await page.goto(server.url);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(1);
    await page.getByRole('checkbox', { name: 'Remember this client ID' }).check();
    await connectTo(page);
    const later = await page.context().newPage();
    await later.goto(server.url);
    expect(await idBox(later).inputValue()).toBe(clientId);
    await later.getByRole('checkbox', { name: 'Remember this client ID' }).uncheck();
    expect(await later.evaluate(() => localStorage.length)).toBe(0);
  });

  it('remembers the client ID for client credentials too', async () => {
    const page = await open('?grant=client_credentials');
    await idBox(page).fill(clientId);
    await page.getByRole('checkbox', { name: 'Remember this client ID' }).check();
    await button(page, 'Get token').click();
    const later = await page.context().newPage();
    await later.goto(server.url);
    expect(await idBox(later).inputValue()).toBe(clientId);
  });

  it('continues if the client ID cannot be remembered', async () => {
    const page = await open();
    await page.evaluate(() => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (...item) {
        if (this === localStorage) throw new DOMException('full', 'QuotaExceededError');
        setItem.apply(this, item);
      };
    });
    await idBox(page).fill(clientId);
    await page.getByRole('checkbox', { name: 'Remember this client ID' }).check();
    expect((await connectTo(page)).get('client_id')).toBe(clientId);
  });

  it('says that the browser blocks storage', async () => {
    const page = await open();
    await page.evaluate(() =>
      Object.defineProperty(window, 'sessionStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    );
    await idBox(page).fill(clientId);
    await button(page, 'Connect Spotify').click();
    await page.getByRole('alert').filter({ hasText: 'browser blocks storage' }).waitFor();
    expect(page.url()).toContain(server.url);
    expect(await idBox(page).inputValue()).toBe(clientId);
  });

  it('asks what Spotify said if the user comes back without a callback', async () => {
    const page = await open();
    await idBox(page).fill(clientId);
    await connectTo(page);
    await pressBack(page);
    await page.getByRole('heading', { name: 'What did Spotify say?' }).waitFor();
    expect(await page.getByText('Everything you entered is still here').isVisible()).toBe(true);
    expect(await idBox(page).inputValue()).toBe(clientId);
    await page.goto(server.url);
    await expect.poll(() => idBox(page).inputValue()).toBe(clientId);
  });

  it('asks the same if the user comes back by a link, which still fills the form', async () => {
    const page = await open();
    await idBox(page).fill(clientId);
    await connectTo(page);
    await page.goto(`${server.url}?scope=all`);
    await page.getByRole('heading', { name: 'What did Spotify say?' }).waitFor();
    expect(await ticked(page)).toHaveLength(scopes.length);
    expect(await page.getByText('as you left them').count()).toBe(0);
  });
});

describe('the redirect URI', () => {
  it('is the folder of the page with its final slash, shown as it is sent', async () => {
    const page = await open('index.html?scope=all');
    const box = page.getByRole('textbox', { name: 'Redirect URI', exact: true });
    expect(await box.inputValue()).toBe(server.url);
    expect(await page.getByText('matches any port').count()).toBe(0);
    expect(await box.isEditable()).toBe(false);
    await button(page, 'Copy redirect URI').click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(server.url);
    await expect.poll(() => page.getByRole('status').first().innerText()).toMatch(/copied/);
  });

  it('is selected if the browser refuses to copy', async () => {
    const page = await open();
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
    });
    await button(page, 'Copy redirect URI').click();
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe(server.url);
  });

  it('is not shown at localhost, which Spotify refuses: the page links to 127.0.0.1', async () => {
    const page = await open();
    await page.goto(server.url.replace('127.0.0.1', 'localhost') + `?client_id=${clientId}`);
    const link = page.getByRole('link', { name: 'Open at 127.0.0.1' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`${server.url}?client_id=${clientId}`);
    expect(await button(page, 'Connect Spotify').isVisible()).toBe(false);
  });

  it('reports a secret in the link at localhost too', async () => {
    const page = await open();
    await page.goto(server.url.replace('127.0.0.1', 'localhost') + '?client_secret=hush');
    await page.getByRole('alert').filter({ hasText: 'The link contained a secret' }).waitFor();
    expect(await page.getByRole('link', { name: 'Open at 127.0.0.1' }).isVisible()).toBe(true);
    expect(await page.content()).not.toContain('hush');
  });

  it('can have an unusual folder', async () => {
    const unusual = await serveFolder(undefined, '/über uns/');
    try {
      const page = await open();
      const url = new URL(unusual.url).href;
      await page.goto(`${url}?client_id=${clientId}`);
      expect((await connectTo(page)).get('redirect_uri')).toBe(url);
      await page.goto(url);
      await page.getByRole('heading', { name: 'What did Spotify say?' }).waitFor();
      await page.goto(`${url}?client_secret=hush`);
      await page.getByRole('alert').filter({ hasText: 'The link contained a secret' }).waitFor();
    } finally {
      await unusual.close();
    }
  });
});

describe('text pasted into the box for the client ID', () => {
  const secret = '0f5e1d2c3b4a59687766554433221100';

  it.each([
    `SPOTIFY_CLIENT_ID=${clientId}\nSPOTIFY_CLIENT_SECRET=${secret}\n`,
    `SPOTIFY_CLIENT_SECRET="${secret}"\nSPOTIFY_CLIENT_ID="${clientId}"\n`,
    `https://developer.spotify.com/dashboard/${clientId}/settings`,
    `Client ID: ${clientId}`,
  ])('leaves only the client ID in the box and in the address: %j', async (pasted) => {
    const page = await open();
    await idBox(page).fill(pasted);
    expect(await idBox(page).inputValue()).toBe(clientId);
    await expect.poll(() => queryOf(page)).toBe(`?client_id=${clientId}`);
  });

  it.each([
    [`SPOTIFY_CLIENT_SECRET=${secret}`, 'This is a client secret'],
    ['your-client-id', 'This is a placeholder'],
  ])('is named and gets into no address if it is something else: %s', async (pasted, problem) => {
    const page = await open();
    await idBox(page).fill(pasted);
    await button(page, 'Connect Spotify').click();
    await page.getByText(problem).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });
});

describe('a link', () => {
  it('fills the form, is marked until a field changes, and the address follows the form', async () => {
    const page = await open(`?client_id=${clientId}&grant=temporary&scope=streaming&scope=user-top-read`);
    expect(await idBox(page).inputValue()).toBe(clientId);
    expect(await grantRadio(page, 'temporary').isChecked()).toBe(true);
    expect(await ticked(page)).toEqual(['user-top-read', 'streaming']);
    expect(await page.getByText('From the link').count()).toBe(3);
    await page.reload();
    expect(await page.getByText('From the link').count()).toBe(3);
    await idBox(page).fill('other');
    expect(await page.getByText('From the link').count()).toBe(2);
    await expect.poll(() => queryOf(page)).toBe('?grant=temporary&scope=user-top-read&scope=streaming');
    await grantRadio(page, 'authorization_code_pkce').check();
    await button(page, defaultPreset.name).click();
    await idBox(page).fill('');
    await expect.poll(() => queryOf(page)).toBe('');
    expect(await page.getByText('From the link').count()).toBe(0);
  });

  it('does not count if the page wrote it: a reload marks nothing', async () => {
    const page = await open();
    await idBox(page).fill(clientId);
    await expect.poll(() => queryOf(page)).toBe(`?client_id=${clientId}`);
    await page.reload();
    expect(await idBox(page).inputValue()).toBe(clientId);
    expect(await page.getByText('From the link').count()).toBe(0);
  });

  it('has its unknown parts listed once in a notice, which is not an alert', async () => {
    const page = await open('?scope=user-top-read&scope=user-read-birthdate&grant=implicit&theme=dark');
    const notice = page.getByText('Ignored in the link').first();
    expect(await notice.innerText()).toContain('parameter “theme”, grant “implicit”, scope “user-read-birthdate”');
    expect(await page.getByRole('alert').count()).toBe(0);
    await expect.poll(() => queryOf(page)).toBe('?scope=user-top-read');
  });

  it.each(['?scope=all', '?scope='])('selects all scopes or none: %s', async (query) => {
    const page = await open(query);
    expect(await ticked(page)).toHaveLength(query === '?scope=' ? 0 : scopes.length);
    await expect.poll(() => queryOf(page)).toBe(query);
  });

  it.each(['?client_secret=hush', '?client_id=abc&refresh_token=hush', '#access_token=hush&token_type=Bearer'])(
    'loses a secret at once: %s',
    async (query) => {
      const page = await open(query);
      await page.getByRole('alert').filter({ hasText: 'The link contained a secret' }).waitFor();
      await expect.poll(() => page.url()).not.toContain('hush');
      expect(await page.content()).not.toContain('hush');
      expect(await stored(page)).not.toContain('hush');
      expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain('hush');
      expect(await page.getByRole('alert').count()).toBe(1);
      expect(await idBox(page).isVisible()).toBe(true);
    },
  );

  it.each([
    ['?client_secret=hush', 'Replace the client secret'],
    ['?refresh_token=hush', 'which revokes the token'],
  ])('says what to do about a secret in a link: %s', async (query, cure) => {
    const page = await open(query);
    const alert = page.getByRole('alert').filter({ hasText: 'The link contained a secret' });
    await alert.waitFor();
    expect(await alert.innerText()).toContain(cure);
    expect((await alert.innerText()).includes('client secret')).toBe(query.includes('client_secret'));
  });

  it('changes neither the hosts nor the mode', async () => {
    const page = await open('?accounts_url=http://127.0.0.1:1&world=practice&practice=1&client_id=abc');
    expect(await button(page, 'Practice without an account').isVisible()).toBe(true);
    expect((await connectTo(page)).get('client_id')).toBe('abc');
  });
});

describe('before the first script has loaded', () => {
  /** Delays the first script. @returns a function that releases it */
  function delayScript(): () => void {
    let release = () => {};
    const released = new Promise<void>((done) => (release = done));
    server.intercept = (request, response) => {
      if (!/\/index-.*\.js$/.test(request.url ?? '') || request.headers['x-release']) return false;
      void released.then(async () => {
        const url = new URL(request.url ?? '', server.url);
        const answer = await fetch(url, { headers: { 'x-release': '1' } });
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(await answer.text());
      });
      return true;
    };
    return release;
  }
  async function openDelayed(query = ''): Promise<Page> {
    const visit = await openVisit(browser);
    visits.push(visit);
    await visit.page.goto(server.url + query, { waitUntil: 'commit' });
    // The footer is the last element: the form is complete when it is there.
    await visit.page.getByRole('contentinfo').waitFor();
    return visit.page;
  }

  it('keeps what was typed and checked, which a link does not overwrite', async () => {
    const release = delayScript();
    const page = await openDelayed('?client_id=from-link&grant=temporary&scope=streaming');
    await idBox(page).fill('typed');
    await grantRadio(page, 'authorization_code').check();
    await page.getByRole('checkbox', { name: /^user-top-read/ }).uncheck();
    release();
    await expect.poll(() => queryOf(page)).toContain('grant=authorization_code');
    expect(await idBox(page).inputValue()).toBe('typed');
    expect(await grantRadio(page, 'authorization_code').isChecked()).toBe(true);
    expect(await ticked(page)).toEqual(defaultPreset.scopes.filter((name) => name !== 'user-top-read'));
    expect(await page.getByText('From the link').count()).toBe(0);
  });

  it('loses nothing if Connect is pressed: the form is restored', async () => {
    delayScript();
    const page = await openDelayed();
    await idBox(page).fill(clientId);
    await grantRadio(page, 'temporary').check();
    for (const name of defaultPreset.scopes)
      await page.getByRole('checkbox', { name: new RegExp(`^${name}`) }).uncheck();
    server.intercept = undefined;
    await button(page, 'Connect Spotify').click();
    await expect.poll(() => queryOf(page)).toBe(`?client_id=${clientId}&grant=temporary&scope=`);
    expect(await idBox(page).inputValue()).toBe(clientId);
    expect(await ticked(page)).toEqual([]);
    // The values are not marked as a link, and nothing is stored.
    expect(await page.getByText('From the link').count()).toBe(0);
    expect(await stored(page)).toBe('[{},{}]');
  });

  it.each([
    ['two lines of a .env file', `SPOTIFY_CLIENT_ID=${clientId}\nSPOTIFY_CLIENT_SECRET=hush0hush`],
    ['a client secret', 'hush0hush'],
    ['a refresh token', 'AQhush0hush'],
  ])('sends nothing to the host but a client ID if Connect is pressed with %s in the box', async (_, pasted) => {
    delayScript();
    const page = await openDelayed();
    await idBox(page).fill(pasted);
    const before = server.asked.length;
    server.intercept = undefined;
    await button(page, 'Connect Spotify').click();
    await expect.poll(() => server.asked.slice(before).some((path) => path.includes('scope='))).toBe(true);
    await page.getByRole('contentinfo').waitFor();
    expect(server.asked.slice(before).join('\n')).not.toContain('hush');
    await page.waitForLoadState();
    expect(page.url()).not.toContain('hush');
  });

  it('sends no client secret to the host if Get token is pressed', async () => {
    delayScript();
    const page = await openDelayed();
    await idBox(page).fill(clientId);
    await grantRadio(page, 'client_credentials').check();
    await page.getByLabel('Client secret', { exact: true }).fill('hush0hush');
    const before = server.asked.length;
    server.intercept = undefined;
    await button(page, 'Get token').click();
    await expect.poll(() => server.asked.slice(before).some((path) => path.includes('client_credentials'))).toBe(true);
    expect(server.asked.slice(before).join('\n')).not.toContain('hush');
    await page.waitForLoadState();
    expect(page.url()).not.toContain('hush');
  });

  it('repeats a click that came too early', async () => {
    const release = delayScript();
    const page = await openDelayed();
    await button(page, 'Playlists').click();
    release();
    await expect.poll(() => ticked(page)).toEqual(presets[2].scopes);
  });

  it('shows the secret box instead of scopes for client credentials, without a form name', async () => {
    delayScript();
    const page = await openDelayed();
    await grantRadio(page, 'client_credentials').check();
    expect(await page.getByLabel('Client secret', { exact: true }).isVisible()).toBe(true);
    expect(await button(page, 'Get token').isVisible()).toBe(true);
    expect(await button(page, 'Connect Spotify').isVisible()).toBe(false);
    expect(await page.getByRole('group', { name: 'Scopes' }).isVisible()).toBe(false);
    expect(await page.getByLabel('Redirect URI', { exact: true }).isVisible()).toBe(false);
    expect(
      await page.locator('input').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).name)),
    ).toEqual(expect.not.arrayContaining(['client_secret', 'secret', 'token']));
    expect(await page.getByLabel('Client secret', { exact: true }).getAttribute('name')).toBeNull();
  });
});

describe('scopes', () => {
  it('are 19 checkboxes in one group, each named by its scope first', async () => {
    const page = await open();
    await page.getByRole('button', { name: /all 19/ }).click();
    const group = page.getByRole('group', { name: 'Scopes' });
    expect(await group.getByRole('checkbox').count()).toBe(19);
    for (const { name, description } of scopes) {
      expect(await group.getByRole('checkbox', { name: `${name} ${description}` }).count(), name).toBe(1);
    }
  });

  it('follow the presets, and the pressed preset is the chosen one', async () => {
    const page = await open();
    for (const preset of [...presets.slice(1), presets[0]]) {
      await button(page, preset.name).click();
      expect((await ticked(page)).toSorted()).toEqual([...preset.scopes].toSorted());
      expect(await page.locator('#presets [aria-pressed=true]').allInnerTexts()).toEqual([preset.name]);
    }
    await button(page, 'Select all').click();
    expect(await ticked(page)).toHaveLength(19);
    expect(await page.locator('.scope-note').count()).toBe(19);
    await button(page, 'Select all').click();
    expect((await ticked(page)).toSorted()).toEqual([...defaultPreset.scopes].toSorted());
    await page.getByRole('checkbox', { name: /^user-top-read/ }).uncheck();
    expect(await page.locator('#presets [aria-pressed=true]').count()).toBe(0);
    expect(await page.locator('.scope-note').count()).toBe(2);
  });

  it('are found by name, description and group, with a count', async () => {
    const page = await open();
    await page.getByRole('button', { name: /all 19/ }).click();
    const search = page.getByRole('searchbox', { name: 'Search scopes' });
    for (const [text, count] of [
      ['user-top-read', 1],
      ['MAIL', 1],
      ['library', 4],
      ['nothing like it', 0],
    ] as const) {
      await search.fill(text);
      expect(await page.locator('.scope:visible').count(), text).toBe(count);
      expect(await page.locator('#scope-count').innerText()).toContain(`${count} scope`);
    }
    await search.press('Enter');
    expect(page.url()).toContain(server.url);
    await search.fill('');
    expect(await page.locator('.scope:visible').count()).toBe(19);
  });

  it('list their endpoints, and which of them are closed', async () => {
    const page = await open();
    await page.getByRole('button', { name: /all 19/ }).click();
    const row = page.locator('.scope', { hasText: 'playlist-modify-public' });
    await row.getByText(/\d+ endpoints/).click();
    expect(await row.getByText('POST /me/playlists').isVisible()).toBe(true);
    expect(await row.getByText('Closed in development mode').isVisible()).toBe(true);
  });

  it('stay chosen when the list is closed', async () => {
    const page = await open();
    const toggle = page.locator('#all-scopes');
    await toggle.click();
    expect(await toggle.getAttribute('aria-expanded')).toBe('true');
    await page.getByRole('checkbox', { name: /^streaming/ }).check();
    await page.getByRole('checkbox', { name: /^user-top-read/ }).uncheck();
    await toggle.click();
    expect(await page.locator('.scope:visible label code').allInnerTexts()).toEqual([
      'user-read-recently-played',
      'user-read-currently-playing',
      'streaming',
    ]);
  });
});

describe('a choice', () => {
  it('is restored after a reload, and its rows are shown', async () => {
    const page = await open();
    await button(page, 'Profile').click();
    await grantRadio(page, 'temporary').check();
    await page.reload();
    expect(await ticked(page)).toEqual(presets[4].scopes);
    expect(await page.locator('.scope:visible label code').allInnerTexts()).toEqual(
      expect.arrayContaining([...presets[4].scopes]),
    );
    expect(await grantRadio(page, 'temporary').isChecked()).toBe(true);
  });
});

describe('the secret box', () => {
  it('is masked, shown on demand, and empty after leaving the page', async () => {
    const page = await open('?grant=client_credentials');
    const box = page.getByLabel('Client secret', { exact: true });
    expect(await box.getAttribute('type')).toBe('password');
    await box.fill('hush');
    await button(page, 'Show client secret').click();
    expect(await box.getAttribute('type')).toBe('text');
    await page.goto('about:blank');
    await pressBack(page);
    expect(await box.inputValue()).toBe('');
    expect(await box.getAttribute('type')).toBe('password');
  });

  it('has an error next to it if it is empty', async () => {
    const page = await open(`?grant=client_credentials&client_id=${clientId}`);
    await button(page, 'Get token').click();
    expect(await page.getByRole('alert').innerText()).toMatch(/^Error: Enter the app’s client secret/);
  });

  it('treats Enter as Get token, and sends nothing without a client ID', async () => {
    const page = await open('?grant=client_credentials');
    await page.getByLabel('Client secret', { exact: true }).fill('hush');
    await page.getByLabel('Client secret', { exact: true }).press('Enter');
    expect(await page.getByRole('alert').innerText()).toMatch(/^Error: Enter your app’s client ID/);
    await expect.poll(() => page.url()).not.toContain('hush');
  });
});

describe('the page itself', () => {
  it.each(['js', 'css'])(
    'says that a lazy part failed to load, and asks for another address next time (.%s)',
    async (ext) => {
      const asked: string[] = [];
      const isLazyPart = new RegExp(`/lazy-entry-[^/]*\\.${ext}(\\?|$)`);
      server.intercept = (request, response) => {
        if (!isLazyPart.test(request.url ?? '')) return false;
        asked.push(request.url ?? '');
        if (asked.length > 2) return false;
        response.writeHead(503).end();
        return true;
      };
      const before = server.asked.length;
      const page = await open();
      await button(page, 'I already have a token').click();
      for (let attempt = 1; attempt <= 2; attempt++) {
        const alert = page.getByRole('alert').filter({ hasText: 'failed to load' });
        await alert.waitFor();
        expect(await alert.innerText()).toContain('Check your connection, then try again');
        await button(page, 'Try again').click();
      }
      await page.getByRole('textbox', { name: 'Your refresh token' }).waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      // Some browsers remember a failed import: the same address would fail again without a request.
      const [first = ''] = asked;
      expect(asked).toEqual([first, `${first}?1`, `${first}?2`]);
      // A file that has loaded is not loaded again: not the first script, and not the other file of the lazy part.
      const others = server.asked
        .slice(before)
        .filter((path) => /\.(js|css)(\?|$)/.test(path) && !isLazyPart.test(path));
      expect(new Set(others).size).toBe(others.length);
      // The console has the failed requests.
      visits[0]?.complaints.splice(0, 2);
    },
  );

  it('says that its first script failed to load', async () => {
    server.intercept = (request, response) => {
      if (!/\/index-.*\.js$/.test(request.url ?? '')) return false;
      response.writeHead(404).end();
      return true;
    };
    const page = await open();
    await expect.poll(() => page.getByText('Part of this page failed to load').isVisible()).toBe(true);
    visits[0]?.complaints.splice(0, 1);
  });

  it('says that it cannot run from a file, with its styles', async () => {
    const visit = await openVisit(browser);
    await visit.page.goto(pathToFileURL(join(builtPage, 'index.html')).href);
    await visit.page.getByRole('alert').filter({ hasText: 'It can’t run from a file on disk' }).waitFor();
    await expect.poll(() => visit.page.locator('.scope-note').first().boundingBox()).toMatchObject({ height: 12 });
    expect(await visit.page.locator('.for-practice').first().isVisible()).toBe(false);
    await visit.close();
  });

  it('removes a callback from the address before anything else, and hides the form meanwhile', async () => {
    server.intercept = (request, response) => {
      // No asset is answered, so only the script in the head can clean the address.
      if (!request.url?.includes('/assets/')) return false;
      request.on('close', () => response.destroy());
      return true;
    };
    const visit = await openVisit(browser);
    visits.push(visit);
    await visit.page.goto(`${server.url}?code=AQ-code&state=st`, { waitUntil: 'commit' });
    await expect.poll(() => visit.page.url()).toBe(server.url);
    expect(await visit.page.evaluate(() => 'returning' in document.documentElement.dataset)).toBe(true);
  });

  it('shows nothing in a frame', async () => {
    const visit = await openVisit(browser);
    visits.push(visit);
    await visit.page.setContent(`<iframe src="${server.url}" width="800" height="600"></iframe>`);
    const frame = visit.page.frames()[1];
    await frame?.waitForLoadState();
    expect(await frame?.evaluate(() => document.body.checkVisibility())).toBe(false);
    expect(await frame?.evaluate(() => (document.getElementById('redirect-uri') as HTMLInputElement).value)).toBe('');
  });

  it('says what it needs if scripts are off', async () => {
    const page = await open('', { javaScriptEnabled: false });
    expect(await page.locator('noscript h2').isVisible()).toBe(true);
  });

  it('has no style attribute, and only the hashed inline script', async () => {
    const html = await (await fetch(server.url)).text();
    expect(html).not.toMatch(/<[^>]+\sstyle=/);
    expect(html).not.toMatch(/<[^>]+\son\w+=/);
    expect(html.match(/<script>/g)).toHaveLength(1);
  });

  it('sends requests only to its own host, at most six', async () => {
    const page = await open();
    await page.waitForLoadState('networkidle');
    const asked = visits[0]?.requests.map((request) => request.url()).filter((url) => !url.startsWith('data:')) ?? [];
    expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(6);
  });

  it.each([390, 1280])('shifts nothing, even if its fonts and script load late (%i px)', async (width) => {
    server.intercept = (request, response) => {
      if (!/\.(woff2|js)$/.test(request.url ?? '') || request.headers['x-release']) return false;
      setTimeout(async () => {
        const answer = await fetch(new URL(request.url ?? '', server.url), { headers: { 'x-release': '1' } });
        response.writeHead(200, { 'content-type': answer.headers.get('content-type') ?? '' });
        response.end(Buffer.from(await answer.arrayBuffer()));
      }, 700);
      return true;
    };
    const visit = await openVisit(browser, { viewport: { width, height: 900 } });
    visits.push(visit);
    await visit.page.goto(`${server.url}?client_id=${clientId}&scope=user-top-read`);
    await visit.page.evaluate(() => document.fonts.ready);
    const shift = await visit.page.evaluate(
      () =>
        new Promise<number>((done) => {
          new PerformanceObserver((list) =>
            done(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0)),
          ).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(0), 500);
        }),
    );
    expect(await visit.page.evaluate(() => document.fonts.check('40px Score'))).toBe(true);
    expect(shift).toBe(0);
  });

  it.each([320, 390, 960, 1280])('fits into %i px', async (width) => {
    const page = await open('?scope=all', { viewport: { width, height: 800 } });
    await page.getByRole('button', { name: /all 19/ }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});
