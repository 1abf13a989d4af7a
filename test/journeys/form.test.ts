import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { judgeFirstScreen, measureFirstScreen } from '../../scripts/first-screen.mjs';
import { defaultPreset, presets } from '../../src/spotify/presets.ts';
import { scopes } from '../../src/spotify/scopes.ts';
import { chooseGrant } from '../support/page/form-steps.ts';
import { blockStorage, launchBrowser, pressBack } from '../support/page/browser.ts';
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
const changeScopes = (page: Page) => page.getByRole('button', { name: /all 19/ }).click();
const endpointButton = (page: Page, scope: string) =>
  page
    .locator('.scope', { hasText: scope })
    .first()
    .getByRole('button', { name: /endpoint/ });
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
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/^Error: Enter your app’s client ID/);
    await expect.poll(() => box.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => page.title()).toMatch(/^Error: /);
    await box.fill(clientId);
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    await expect.poll(() => page.title()).not.toMatch(/Error/);
    expect((await connectTo(page)).get('client_id')).toBe(clientId);
  });

  it('cleans a pasted client ID, and accepts an unusual one', async () => {
    const page = await open();
    await idBox(page).fill('  odd-one\u200b ');
    await idBox(page).blur();
    await expect.poll(() => idBox(page).inputValue()).toBe('odd-one');
    await page.getByText(/Usually 32 characters, this has 7/).waitFor();
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

  it('saves the pending sign-in for this tab, and nothing on the device', async () => {
    const page = await open();
    await idBox(page).fill(clientId);
    await connectTo(page);
    await page.goto(server.url);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(1);
  });

  it('says Renew if the link asks for it, with the same request, and the link stays so', async () => {
    const page = await open(`?client_id=${clientId}&renew`);
    await expect.poll(() => button(page, 'Connect Spotify').count()).toBe(0);
    await idBox(page).press('End');
    expect(queryOf(page)).toBe(`?client_id=${clientId}&renew`);
    await button(page, 'Renew').click();
    await page.waitForURL('https://accounts.spotify.com/**');
    await expect.poll(() => new URL(page.url()).searchParams.get('client_id')).toBe(clientId);
  });

  it('fills in the client ID that this device remembers, and forgets it on request', async () => {
    const page = await open();
    await page.evaluate((id) => localStorage.setItem('refrain.client-id', id), clientId);
    await page.reload();
    await expect.poll(() => idBox(page).inputValue()).toBe(clientId);
    await button(page, 'Forget this client ID').click();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await expect.poll(() => button(page, 'Forget this client ID').isVisible()).toBe(false);
  });

  it('says that the browser blocks storage', async () => {
    const page = await open();
    await blockStorage(page);
    await page.reload();
    await idBox(page).fill(clientId);
    await button(page, 'Connect Spotify').click();
    await page.getByRole('alert').filter({ hasText: 'browser blocks storage' }).waitFor();
    await expect.poll(() => page.url()).toContain(server.url);
    await expect.poll(() => idBox(page).inputValue()).toBe(clientId);
  });

  it('asks what Spotify said if the user comes back without a callback', async () => {
    const page = await open();
    await idBox(page).fill(clientId);
    await connectTo(page);
    await pressBack(page);
    await page.getByRole('heading', { name: 'What did Spotify say?' }).waitFor();
    await expect.poll(() => page.getByText('Everything you entered is still here').isVisible()).toBe(true);
    await expect.poll(() => idBox(page).inputValue()).toBe(clientId);
    await page.goto(server.url);
    await expect.poll(() => idBox(page).inputValue()).toBe(clientId);
  });

  it('asks the same if the user comes back by a link, which still fills the form', async () => {
    const page = await open();
    await idBox(page).fill(clientId);
    await connectTo(page);
    await page.goto(`${server.url}?scope=all`);
    await page.getByRole('heading', { name: 'What did Spotify say?' }).waitFor();
    await expect.poll(() => ticked(page)).toHaveLength(scopes.length);
    await expect.poll(() => page.getByText('as you left them').count()).toBe(0);
  });
});

describe('the redirect URI', () => {
  it('is the folder of the page with its final slash, shown as it is sent', async () => {
    const page = await open('index.html?scope=all');
    const box = page.getByRole('textbox', { name: 'Redirect URI', exact: true });
    await expect.poll(() => box.inputValue()).toBe(server.url);
    await expect.poll(() => page.getByText('matches any port').count()).toBe(0);
    await expect.poll(() => box.isEditable()).toBe(false);
    await button(page, 'Copy redirect URI').click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(server.url);
    await page.getByRole('status').filter({ hasText: 'copied' }).waitFor({ state: 'attached' });
  });

  it('is copied by a button that says so, with the same name and size', async () => {
    const page = await open();
    const copy = button(page, 'Copy redirect URI');
    const before = await copy.boundingBox();
    await copy.click();
    await expect.poll(() => copy.innerText()).toBe('Copied');
    expect(await copy.boundingBox()).toEqual(before);
    await expect.poll(() => copy.innerText()).toBe('Copy');
  });

  it('is selected if the browser refuses to copy', async () => {
    const page = await open();
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
    });
    await button(page, 'Copy redirect URI').click();
    const box = page.getByRole('textbox', { name: 'Redirect URI', exact: true });
    const selected = () =>
      box.evaluate((element) => {
        const { value, selectionStart, selectionEnd } = element as HTMLTextAreaElement;
        return value.slice(selectionStart, selectionEnd);
      });
    await expect.poll(selected).toBe(server.url);
    await expect.poll(() => page.getByText('The browser refused to copy').first().isVisible()).toBe(true);
  });

  it('is not shown at localhost, which Spotify refuses: the page links to 127.0.0.1', async () => {
    const page = await open();
    await page.goto(server.url.replace('127.0.0.1', 'localhost') + `?client_id=${clientId}`);
    const link = page.getByRole('link', { name: 'Open at 127.0.0.1' });
    await link.waitFor();
    await expect.poll(() => link.getAttribute('href')).toBe(`${server.url}?client_id=${clientId}`);
    await expect.poll(() => button(page, 'Connect Spotify').isVisible()).toBe(false);
  });

  it('reports a secret in the link at localhost too', async () => {
    const page = await open();
    await page.goto(server.url.replace('127.0.0.1', 'localhost') + '?client_secret=hush');
    await page.getByRole('alert').filter({ hasText: 'The link contained a secret' }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'Open at 127.0.0.1' }).isVisible()).toBe(true);
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
      for (const visit of visits) await visit.page.goto('about:blank');
      await unusual.close();
    }
  });
});

describe('Copy link to this setup', () => {
  it('is there when there is something to copy, and copies what fills the form again', async () => {
    const page = await open();
    await expect.poll(() => button(page, 'Copy link to this setup').isVisible()).toBe(false);
    await idBox(page).fill(clientId);
    await chooseGrant(page, 'authorization_code');
    await button(page, 'Copy link to this setup').click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toBe(`${server.url}?client_id=${clientId}&grant=authorization_code`);
  });

  it('says that the browser refused to copy, until it copies', async () => {
    const page = await open(`?client_id=${clientId}`);
    await page.evaluate(() => {
      const { clipboard } = navigator;
      const write = clipboard.writeText.bind(clipboard);
      clipboard.writeText = () => {
        clipboard.writeText = write;
        return Promise.reject(new Error('no'));
      };
    });
    const copy = page.locator('#copy-link');
    await copy.click();
    await expect.poll(() => copy.innerText()).toContain('The browser refused to copy');
    await copy.click();
    await expect.poll(() => copy.innerText()).toBe('Copied');
    await expect.poll(() => copy.innerText()).toBe('Copy link to this setup');
  });

  it('never copies a client secret', async () => {
    const page = await open('?grant=client_credentials');
    await page.getByLabel('Client secret', { exact: true }).fill('hush');
    await button(page, 'Copy link to this setup').click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(`${server.url}?grant=client_credentials`);
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
    await expect.poll(() => idBox(page).inputValue()).toBe(clientId);
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
    await expect.poll(() => new URL(page.url()).search).toBe('');
  });
});

describe('a link', () => {
  it('fills the form, is marked until a field changes, and the address follows the form', async () => {
    const page = await open(`?client_id=${clientId}&grant=temporary&scope=streaming&scope=user-top-read`);
    await expect.poll(() => idBox(page).inputValue()).toBe(clientId);
    await expect.poll(() => grantRadio(page, 'temporary').isChecked()).toBe(true);
    await expect.poll(() => ticked(page)).toEqual(['user-top-read', 'streaming']);
    await expect.poll(() => page.getByText('From the link').count()).toBe(3);
    await page.reload();
    await expect.poll(() => page.getByText('From the link').count()).toBe(3);
    await idBox(page).fill('other');
    await expect.poll(() => page.getByText('From the link').count()).toBe(2);
    await expect.poll(() => queryOf(page)).toBe('?grant=temporary&scope=user-top-read&scope=streaming');
    await grantRadio(page, 'authorization_code_pkce').check();
    // The list is open, because these scopes are not a preset's.
    await button(page, defaultPreset.name).click();
    await idBox(page).fill('');
    await expect.poll(() => queryOf(page)).toBe('');
    await expect.poll(() => page.getByText('From the link').count()).toBe(0);
  });

  it('does not count if the page wrote it: a reload marks nothing', async () => {
    const page = await open();
    await idBox(page).fill(clientId);
    await expect.poll(() => queryOf(page)).toBe(`?client_id=${clientId}`);
    await page.reload();
    await expect.poll(() => idBox(page).inputValue()).toBe(clientId);
    await expect.poll(() => page.getByText('From the link').count()).toBe(0);
  });

  it('has its unknown parts listed once in a notice, which is not an alert', async () => {
    const page = await open('?scope=user-top-read&scope=user-read-birthdate&grant=implicit&theme=dark');
    const notice = page.locator('#notice');
    await notice.waitFor();
    await expect
      .poll(() => notice.innerText())
      .toContain('parameter “theme”, grant “implicit”, scope “user-read-birthdate”');
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    await expect.poll(() => queryOf(page)).toBe('?scope=user-top-read');
  });

  it.each(['?scope=all', '?scope='])('selects all scopes or none: %s', async (query) => {
    const page = await open(query);
    await expect.poll(() => ticked(page)).toHaveLength(query === '?scope=' ? 0 : scopes.length);
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
      await expect.poll(() => page.getByRole('alert').count()).toBe(1);
      await expect.poll(() => idBox(page).isVisible()).toBe(true);
    },
  );

  it.each([
    ['?client_secret=hush', 'Replace the client secret'],
    ['?refresh_token=hush', 'which revokes the token'],
  ])('says what to do about a secret in a link: %s', async (query, cure) => {
    const page = await open(query);
    const alert = page.getByRole('alert').filter({ hasText: 'The link contained a secret' });
    await alert.waitFor();
    await expect.poll(() => alert.innerText()).toContain(cure);
    expect((await alert.innerText()).includes('client secret')).toBe(query.includes('client_secret'));
  });

  it('changes neither the hosts nor the mode', async () => {
    const page = await open('?accounts_url=http://127.0.0.1:1&world=practice&practice=1&client_id=abc');
    await expect.poll(() => button(page, 'Practice without an account').isVisible()).toBe(true);
    await expect.poll(() => page.locator('html').getAttribute('data-mode')).toBe('spotify');
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
    // The link's scopes are not a preset's, so the list is open.
    await page.getByRole('checkbox', { name: /^user-top-read/ }).uncheck();
    release();
    await expect.poll(() => queryOf(page)).toContain('grant=authorization_code');
    await expect.poll(() => idBox(page).inputValue()).toBe('typed');
    await expect.poll(() => grantRadio(page, 'authorization_code').isChecked()).toBe(true);
    await expect.poll(() => ticked(page)).toEqual(defaultPreset.scopes.filter((name) => name !== 'user-top-read'));
    await expect.poll(() => page.getByText('From the link').count()).toBe(0);
  });

  it('loses nothing if Connect is pressed: the form is restored', async () => {
    delayScript();
    // A link with a scope opens the list before the script is there.
    const page = await openDelayed('?scope=streaming');
    await idBox(page).fill(clientId);
    await chooseGrant(page, 'temporary');
    for (const name of defaultPreset.scopes) {
      await page.getByRole('checkbox', { name: new RegExp(`^${name}`) }).uncheck();
    }
    server.intercept = undefined;
    await button(page, 'Connect Spotify').click();
    await expect.poll(() => queryOf(page)).toBe(`?client_id=${clientId}&grant=temporary&scope=`);
    await expect.poll(() => idBox(page).inputValue()).toBe(clientId);
    await expect.poll(() => ticked(page)).toEqual([]);
    // The values are not marked as a link, and nothing is stored.
    await expect.poll(() => page.getByText('From the link').count()).toBe(0);
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
    await chooseGrant(page, 'client_credentials');
    await page.getByLabel('Client secret', { exact: true }).fill('hush0hush');
    const before = server.asked.length;
    server.intercept = undefined;
    await button(page, 'Get token').click();
    await expect.poll(() => server.asked.slice(before).some((path) => path.includes('client_credentials'))).toBe(true);
    expect(server.asked.slice(before).join('\n')).not.toContain('hush');
    await page.waitForLoadState();
    expect(page.url()).not.toContain('hush');
  });

  it('shows the redirect URI, and what a link unfolds', async () => {
    delayScript();
    const page = await openDelayed('?grant=client_credentials&scope=streaming');
    await expect.poll(() => page.getByLabel('Client secret', { exact: true }).isVisible()).toBe(true);
    await page.goto(`${server.url}?grant=temporary&scope=streaming`, { waitUntil: 'commit' });
    const box = page.getByRole('textbox', { name: 'Redirect URI', exact: true });
    await expect.poll(() => box.inputValue()).toBe(server.url);
    await expect.poll(() => grantRadio(page, 'temporary').isVisible()).toBe(true);
    await expect.poll(() => page.getByRole('checkbox', { name: /^streaming/ }).isVisible()).toBe(true);
  });

  it('repeats a click that came too early', async () => {
    const release = delayScript();
    const page = await openDelayed();
    await changeScopes(page);
    await expect.poll(() => page.getByRole('group', { name: 'Scopes' }).isVisible()).toBe(false);
    release();
    await page.getByRole('group', { name: 'Scopes' }).waitFor();
  });

  it('shows the secret box instead of scopes for client credentials, without a form name', async () => {
    delayScript();
    const page = await openDelayed();
    await chooseGrant(page, 'client_credentials');
    await expect.poll(() => page.getByLabel('Client secret', { exact: true }).isVisible()).toBe(true);
    await expect.poll(() => button(page, 'Get token').isVisible()).toBe(true);
    await expect.poll(() => button(page, 'Connect Spotify').isVisible()).toBe(false);
    await expect.poll(() => page.getByRole('group', { name: 'Scopes' }).isVisible()).toBe(false);
    await expect.poll(() => page.getByLabel('Redirect URI', { exact: true }).isVisible()).toBe(false);
    await expect
      .poll(() => page.locator('input').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).name)))
      .toEqual(expect.not.arrayContaining(['client_secret', 'secret', 'token']));
    await expect.poll(() => page.getByLabel('Client secret', { exact: true }).getAttribute('name')).toBeNull();
  });
});

describe('scopes', () => {
  it('are 19 checkboxes in one group, each named by its scope first', async () => {
    const page = await open();
    await changeScopes(page);
    const group = page.getByRole('group', { name: 'Scopes' });
    await expect.poll(() => group.getByRole('checkbox').count()).toBe(19);
    for (const { name, description } of scopes) {
      await expect
        .poll(() => group.getByRole('checkbox', { name: `${name} ${description}` }).count(), { message: name })
        .toBe(1);
    }
  });

  it('follow the presets, and the pressed preset is the chosen one', async () => {
    const page = await open();
    await changeScopes(page);
    for (const preset of [...presets.slice(1), presets[0]]) {
      await button(page, preset.name).click();
      expect((await ticked(page)).toSorted()).toEqual([...preset.scopes].toSorted());
      await expect.poll(() => page.locator('#presets [aria-pressed=true]').allInnerTexts()).toEqual([preset.name]);
      await expect.poll(() => page.locator('#preset').innerText()).toBe(preset.name);
    }
    await button(page, 'Select all').click();
    await expect.poll(() => ticked(page)).toHaveLength(19);
    await expect.poll(() => page.locator('.scope-note').count()).toBe(19);
    await button(page, 'Select all').click();
    expect((await ticked(page)).toSorted()).toEqual([...defaultPreset.scopes].toSorted());
    await page.getByRole('checkbox', { name: /^user-top-read/ }).uncheck();
    await expect.poll(() => page.locator('#presets [aria-pressed=true]').count()).toBe(0);
    await expect.poll(() => page.locator('.scope-note').count()).toBe(2);
  });

  it('are drawn as a tune from the start: one note each, in the same place after a change', async () => {
    const page = await open();
    const places = () =>
      page.locator('.scope-note').evaluateAll((notes) =>
        notes.map((note) => {
          const [at, staff] = [note, note.parentElement!].map((element) => element.getBoundingClientRect());
          return [Math.round(at!.x - staff!.x), Math.round(at!.y - staff!.y)];
        }),
      );
    for (const width of [320, 390, 800, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const first = await places();
      expect(new Set(first.map(String)).size).toBe(defaultPreset.scopes.length);
      await changeScopes(page);
      await button(page, 'Clear').click();
      await expect.poll(places).toEqual([]);
      await button(page, defaultPreset.name).click();
      await expect.poll(places).toEqual(first);
      await page.reload();
    }
  });

  it('are found by name, description and group, with a count', async () => {
    const page = await open();
    await changeScopes(page);
    const search = page.getByRole('searchbox', { name: 'Search scopes' });
    await endpointButton(page, 'user-top-read').waitFor();
    await search.scrollIntoViewIfNeeded();
    const place = await search.boundingBox();
    for (const [text, count] of [
      ['user-top-read', 1],
      ['MAIL', 1],
      ['library', 4],
      ['nothing like it', 0],
    ] as const) {
      await search.fill(text);
      await expect.poll(() => page.locator('.scope:visible').count(), { message: text }).toBe(count);
      await expect.poll(() => page.locator('#scope-count').innerText()).toContain(`${count} scope`);
    }
    expect(await search.boundingBox()).toEqual(place);
    await search.press('Enter');
    await expect.poll(() => page.url()).toContain(server.url);
    await search.fill('');
    await expect.poll(() => page.locator('.scope:visible').count()).toBe(19);
  });

  it('list their endpoints, and which of them are closed', async () => {
    const page = await open();
    await changeScopes(page);
    const row = page.locator('.scope', { hasText: 'playlist-modify-public' });
    await endpointButton(page, 'playlist-modify-public').click();
    await expect.poll(() => row.getByText('POST /me/playlists').isVisible()).toBe(true);
    await expect.poll(() => row.getByText('Closed in development mode').isVisible()).toBe(true);
  });

  it('stay chosen when the list is closed, and the line above names the choice', async () => {
    const page = await open();
    const toggle = page.locator('#all-scopes');
    await toggle.click();
    await expect.poll(() => toggle.getAttribute('aria-expanded')).toBe('true');
    await page.getByRole('checkbox', { name: /^streaming/ }).check();
    await page.getByRole('checkbox', { name: /^user-top-read/ }).uncheck();
    await toggle.click();
    await expect.poll(() => page.getByRole('group', { name: 'Scopes' }).isVisible()).toBe(false);
    await expect.poll(() => page.locator('.chosen').innerText()).toMatch(/^Your own choice\s*3 scopes\s*Change/);
    await expect
      .poll(() => ticked(page))
      .toEqual(['user-read-recently-played', 'user-read-currently-playing', 'streaming']);
  });

  it('are cleared by one press', async () => {
    const page = await open();
    await changeScopes(page);
    await button(page, 'Clear').click();
    await expect.poll(() => ticked(page)).toEqual([]);
    await expect.poll(() => queryOf(page)).toBe('?scope=');
    await expect.poll(() => page.locator('.chosen').innerText()).toMatch(/^None\s*0 scopes/);
  });

  it.each(['?scope=user-top-read', '?scope='])(
    'are shown from the start if no preset names them: %s',
    async (query) => {
      const page = await open(query);
      await expect.poll(() => page.getByRole('group', { name: 'Scopes' }).isVisible()).toBe(true);
    },
  );

  it.each([
    ['as the page writes them', `scope=${presets[4].scopes.join('&scope=')}`, 'Profile'],
    ['in another order', `scope=${presets[4].scopes.toReversed().join('&scope=')}`, 'Profile'],
    ['with commas', `scope=${presets[4].scopes.toReversed().join(',')}`, 'Profile'],
    ['all', 'scope=all', 'Select all'],
    ['all among others', 'scope=streaming&scope=all', 'Select all'],
  ])('stay folded if a preset names them: %s', async (_, query, preset) => {
    const page = await open(`?${query}`);
    await expect.poll(() => page.locator('#preset').innerText()).toBe(preset);
    await expect.poll(() => page.getByRole('group', { name: 'Scopes' }).isVisible()).toBe(false);
  });

  it.each([390, 1280])(
    'unfold in place: nothing above moves, and nothing when the endpoints come (%i px)',
    async (width) => {
      const page = await open('', { viewport: { width, height: 844 } });
      let release = () => {};
      const released = new Promise<void>((done) => (release = done));
      await page.route(/form-parts/, async (route) => {
        await released;
        await route.continue();
      });
      const toggle = page.locator('#all-scopes');
      await toggle.scrollIntoViewIfNeeded();
      const place = await toggle.boundingBox();
      await changeScopes(page);
      const panel = page.getByRole('group', { name: 'Scopes' });
      const opened = await panel.boundingBox();
      expect((await toggle.boundingBox())?.y).toBe(place?.y);
      // On a phone right below the finger; on a large screen below the line of music.
      expect((opened?.y ?? 0) - (place?.y ?? 0)).toBeLessThan(width === 390 ? 120 : 300);
      release();
      await endpointButton(page, 'user-top-read').waitFor();
      expect(await panel.boundingBox()).toEqual(opened);
    },
  );
});

describe('a choice', () => {
  it('is restored after a reload, and shown', async () => {
    const page = await open();
    await changeScopes(page);
    await button(page, 'Profile').click();
    await chooseGrant(page, 'temporary');
    await page.reload();
    await expect.poll(() => ticked(page)).toEqual(presets[4].scopes);
    await expect.poll(() => page.locator('#preset').innerText()).toBe('Profile');
    await expect.poll(() => grantRadio(page, 'temporary').isVisible()).toBe(true);
    await expect.poll(() => grantRadio(page, 'temporary').isChecked()).toBe(true);
  });
});

describe('the secret box', () => {
  it('is masked, shown on demand, and empty after leaving the page', async () => {
    const page = await open('?grant=client_credentials');
    const box = page.getByLabel('Client secret', { exact: true });
    await expect.poll(() => box.getAttribute('type')).toBe('password');
    await box.fill('hush');
    await button(page, 'Show client secret').click();
    await expect.poll(() => box.getAttribute('type')).toBe('text');
    await page.goto('about:blank');
    await pressBack(page);
    await expect.poll(() => box.inputValue()).toBe('');
    await expect.poll(() => box.getAttribute('type')).toBe('password');
  });

  it('is masked on paper, also if it is shown and the styles for paper did not load', async () => {
    const page = await open('?grant=client_credentials');
    await page.route(/lazy-entry-[^/]*\.css/, (route) => route.fulfill({ contentType: 'text/css', body: '' }));
    const box = page.getByLabel('Client secret', { exact: true });
    await box.fill('hush');
    await button(page, 'Show client secret').click();
    await expect.poll(() => box.getAttribute('type')).toBe('text');
    const printed = await box.evaluate((element: HTMLInputElement) => {
      dispatchEvent(new Event('beforeprint'));
      return element.type;
    });
    expect(printed).toBe('password');
    await expect.poll(() => button(page, 'Show client secret').isVisible()).toBe(true);
  });

  it('fills in the client ID of a pasted .env file, unless one is there', async () => {
    const page = await open('?grant=client_credentials');
    const box = page.getByLabel('Client secret', { exact: true });
    const env = `SPOTIFY_CLIENT_ID=${clientId} SPOTIFY_CLIENT_SECRET=${clientId.replaceAll('3', '4')}`;
    await box.fill(env.replace(/.* /, ''));
    await expect.poll(() => idBox(page).inputValue()).toBe('');
    await box.fill(env);
    await expect.poll(() => idBox(page).inputValue()).toBe(clientId);
    await idBox(page).fill('an-unusual-id');
    await box.fill(env);
    await expect.poll(() => idBox(page).inputValue()).toBe('an-unusual-id');
  });

  it('has an error next to it if it is empty', async () => {
    const page = await open(`?grant=client_credentials&client_id=${clientId}`);
    await button(page, 'Get token').click();
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/^Error: Enter the app’s client secret/);
  });

  it('treats Enter as Get token, and sends nothing without a client ID', async () => {
    const page = await open('?grant=client_credentials');
    await page.getByLabel('Client secret', { exact: true }).fill('hush');
    await page.getByLabel('Client secret', { exact: true }).press('Enter');
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/^Error: Enter your app’s client ID/);
    await expect.poll(() => page.url()).not.toContain('hush');
  });
});

describe('the form on paper', () => {
  it('has the redirect URI and the steps, no secret, and nothing to press', async () => {
    const page = await open('?grant=client_credentials');
    await page.getByLabel('Client secret', { exact: true }).fill('hush');
    await page.getByRole('radio', { name: 'A refresh token six months' }).check();
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.getByRole('textbox', { name: 'Redirect URI', exact: true }).isVisible()).toBe(true);
    await expect.poll(() => page.getByRole('heading', { name: 'Register an app' }).isVisible()).toBe(true);
    await expect.poll(() => page.getByRole('button').count()).toBe(0);
    for (const name of ['Client ID', 'Client secret']) {
      await expect.poll(() => page.getByRole('textbox', { name, exact: true }).count()).toBe(0);
    }
  });
});

/** The controls that a page shows, and the links that need its script. */
const controls = (page: Page) =>
  page.locator('input:visible, button:visible, textarea:visible, summary:visible, .languages a:visible').all();

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
        await expect.poll(() => alert.innerText()).toContain('Check your connection, then try again');
        await button(page, 'Load again').click();
      }
      await page.getByRole('textbox', { name: 'Your refresh token' }).waitFor();
      await expect.poll(() => page.getByRole('alert').count()).toBe(0);
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
    await expect.poll(() => controls(page)).toEqual([]);
    visits[0]?.complaints.splice(0, 1);
  });

  it('says that it cannot run from a file, with its styles', async () => {
    const visit = await openVisit(browser);
    await visit.page.goto(pathToFileURL(join(builtPage, 'index.html')).href);
    await visit.page.getByRole('alert').filter({ hasText: 'It can’t run from a file on disk' }).waitFor();
    await expect
      .poll(() => visit.page.locator('h1').evaluate((element) => getComputedStyle(element).textAlign))
      .toBe('center');
    await expect.poll(() => controls(visit.page)).toEqual([]);
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
    await expect.poll(() => visit.page.evaluate(() => 'returning' in document.documentElement.dataset)).toBe(true);
  });

  it('shows nothing in a frame', async () => {
    const visit = await openVisit(browser);
    visits.push(visit);
    await visit.page.setContent(`<iframe src="${server.url}" width="800" height="600"></iframe>`);
    const frame = visit.page.frames()[1];
    await frame?.waitForLoadState();
    expect(await frame?.evaluate(() => document.body.checkVisibility())).toBe(false);
    expect(await frame?.evaluate(() => (document.getElementById('redirect-uri') as HTMLTextAreaElement).value)).toBe(
      '',
    );
  });

  it('says what it needs if scripts are off', async () => {
    const page = await open('', { javaScriptEnabled: false });
    await expect.poll(() => page.locator('noscript h2').isVisible()).toBe(true);
    await expect.poll(() => controls(page)).toEqual([]);
    const place = async () => {
      const parts = ['.head', 'noscript .alert', '#foot'].map((part) => page.locator(part).boundingBox());
      const [line, alert, foot] = await Promise.all(parts);
      if (!line || !alert || !foot) return 'missing';
      return { beside: alert.x - foot.x, isApart: alert.y - line.y - line.height >= 16 };
    };
    // In line with the rest of the page, and apart from the line above.
    await expect.poll(place).toEqual({ beside: 0, isApart: true });
  });

  it('has no style attribute, only the hashed inline script and style, and nothing that delays the first paint', async () => {
    const html = await (await fetch(server.url)).text();
    expect(html).not.toMatch(/<[^>]+\sstyle=/);
    expect(html).not.toMatch(/<[^>]+\son\w+=/);
    expect(html.match(/<script>/g)).toHaveLength(1);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html).not.toMatch(/<link[^>]+stylesheet|<script(?![^>]*type="module")[^>]+src=/);
  });

  it('sends requests only to its own host, at most six', async () => {
    const page = await open();
    await page.waitForLoadState('networkidle');
    const asked = visits[0]?.requests.map((request) => request.url()).filter((url) => !url.startsWith('data:')) ?? [];
    expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(6);
  });

  it('has the way to Connect on the first screen, with few words and tab stops', async () => {
    expect(judgeFirstScreen(await measureFirstScreen(browser, server.url))).toEqual([]);
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
    await expect.poll(() => visit.page.evaluate(() => document.fonts.check('40px Score'))).toBe(true);
    expect(shift).toBe(0);
  });

  it.each([320, 390, 960, 1280])('fits into %i px', async (width) => {
    const page = await open('?scope=all', { viewport: { width, height: 800 } });
    await changeScopes(page);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});
