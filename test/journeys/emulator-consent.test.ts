import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator, type RunningEmulator } from '../../src/emulator/node.ts';
import { launchBrowser, pressBack } from '../support/page/browser.ts';

let browser: Browser;
let emulator: RunningEmulator;
let app: Server;
let appOrigin: string;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launchBrowser();
  app = createServer((request, response) => {
    // An app that redirects to another origin after the callback, as many do.
    const isRedirect = request.url?.startsWith('/redirect');
    if (isRedirect) {
      response.writeHead(302, { location: `http://localhost:${(app.address() as AddressInfo).port}/end` });
    } else response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><html lang="en"><title>Back</title><p>Back at the app');
  });
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
  appOrigin = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser.close();
  app.closeAllConnections();
  app.close();
});

beforeEach(async () => {
  emulator = await startEmulator();
  await open();
});
afterEach(async () => {
  await context.close();
  await emulator.close();
});

async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  context = await browser.newContext(options);
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
}

function consentUrl(fields: Record<string, string> = {}, origin = emulator.url): string {
  const query = new URLSearchParams({
    client_id: emulator.practiceClientId,
    response_type: 'code',
    redirect_uri: `${appOrigin}/`,
    scope: 'user-read-recently-played user-modify-playback-state',
    state: 'a state & more',
    show_dialog: 'true',
    ...fields,
  });
  return `${origin}/authorize?${query}`;
}

const press = (name: 'Agree' | 'Cancel') => page.getByRole('button', { name }).click();
const returned = () => new URL(page.url()).searchParams;

describe('consent at the emulator, in a browser', () => {
  it('says in its largest text that it is not Spotify, and lists what the app can do', async () => {
    await page.goto(consentUrl());
    await expect(page.title()).resolves.toContain('not Spotify');
    const heading = page.getByRole('heading', { level: 1 });
    await expect.poll(() => heading.innerText()).toBe('Refrain emulator, not Spotify');
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll('body *')].map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
    );
    await expect
      .poll(() => heading.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize)))
      .toBe(Math.max(...sizes));
    await page.getByText('Content you have recently played').waitFor();
    await page.getByText('Control what plays on your devices').waitFor();
    expect(complaints).toEqual([]);
  });

  it('redirects with a code for the chosen listener', async () => {
    await page.goto(consentUrl());
    await page.getByRole('radio', { name: /نور الحداد/ }).check();
    await press('Agree');
    await page.waitForURL(`${appOrigin}/**`);
    expect([...returned().keys()]).toEqual(['code', 'state']);
    expect(returned().get('state')).toBe('a state & more');
    expect(emulator.controls.state().signedIn).toBe('31noorhaddadk5v2q7xw4m6c3z1b');
    expect(complaints).toEqual([]);
  });

  it('redirects with access_denied on Cancel', async () => {
    await page.goto(consentUrl());
    await press('Cancel');
    await page.waitForURL(`${appOrigin}/**`);
    expect([...returned()]).toEqual([
      ['error', 'access_denied'],
      ['state', 'a state & more'],
    ]);
  });

  it('works with only the keyboard', async () => {
    await page.goto(consentUrl());
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Agree');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${appOrigin}/**`);
    expect(emulator.controls.state().signedIn).toBe(emulator.controls.state().listeners[1]?.id);
  });

  it('issues another code after the Back button', async () => {
    await page.goto(consentUrl());
    await press('Agree');
    await page.waitForURL(`${appOrigin}/**`);
    const first = returned().get('code');
    await pressBack(page);
    await press('Agree');
    await page.waitForURL(`${appOrigin}/**`);
    expect(returned().get('code')).not.toBe(first);
  });

  it('asks once, then redirects at once unless show_dialog is set', async () => {
    await page.goto(consentUrl({ show_dialog: 'false' }));
    await press('Agree');
    await page.waitForURL(`${appOrigin}/**`);
    await page.goto(consentUrl({ show_dialog: 'false' }));
    await expect.poll(() => page.url()).toMatch(`${appOrigin}/?code=`);
    await page.goto(consentUrl({ show_dialog: 'true' }));
    await page.getByRole('button', { name: 'Agree' }).waitFor();
  });

  it('lets an app redirect to another origin', async () => {
    const { clientId } = emulator.controls.registerApp({ redirectUris: [`${appOrigin}/redirect`] });
    await page.goto(consentUrl({ client_id: clientId, redirect_uri: `${appOrigin}/redirect` }));
    await press('Agree');
    await page.waitForURL(/^http:\/\/localhost:\d+\/end/);
    expect(complaints).toEqual([]);
  });

  it('works at its IPv6 address, and for an app at one', async () => {
    const six = await startEmulator({ hostname: '::1' });
    const guest = createServer((_, response) => response.end('Back'));
    try {
      await new Promise<void>((resolve) => guest.listen(0, '::1', resolve));
      const origin = `http://[::1]:${(guest.address() as AddressInfo).port}`;
      await page.goto(consentUrl({ redirect_uri: `${origin}/` }, six.url));
      await press('Agree');
      await page.waitForURL(`${origin}/**`);
      expect(returned().get('code')).toMatch(/^AQ/);
    } finally {
      guest.closeAllConnections();
      guest.close();
      await six.close();
    }
  });

  it('shows a white page with one line if a check fails', async () => {
    const answer = await page.goto(consentUrl({ redirect_uri: 'https://elsewhere.example/' }));
    expect(answer?.status()).toBe(400);
    await expect.poll(() => page.locator('body').innerText()).toBe('redirect_uri: Not matching configuration');
  });

  it('is not shown in a frame', async () => {
    await page.goto(appOrigin);
    const answered = page.waitForResponse((response) => response.url().startsWith(`${emulator.url}/authorize`));
    await page.evaluate(async (url) => {
      const frame = document.createElement('iframe');
      const loaded = new Promise((done) => frame.addEventListener('load', done));
      frame.src = url;
      document.body.append(frame);
      await loaded;
    }, consentUrl());
    // The words on the console differ between browsers, so the header and what is shown count.
    expect((await answered).headers()['content-security-policy']).toContain("frame-ancestors 'none'");
    await expect(page.frameLocator('iframe').getByRole('button', { name: 'Agree' }).count()).resolves.toBe(0);
  });

  it('refuses a form of another page', async () => {
    await page.goto(appOrigin);
    await page.evaluate((url) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.action = url;
      document.body.append(form);
      form.submit();
    }, consentUrl());
    await page.waitForURL(`${emulator.url}/**`);
    await expect
      .poll(() => page.locator('body').innerText())
      .toContain('This form is from another run of the emulator');
  });

  it('refuses a page of another origin at its controls', async () => {
    emulator.controls.signIn({ listener: 'jules_o_neill' });
    await page.goto(appOrigin);
    const ends = await page.evaluate(async (url) => {
      const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"consent":"agree"}' };
      const reset = `${url}/emulator/reset`;
      const all = [fetch(`${url}/emulator`), fetch(`${url}/emulator/settings`, json), fetch(reset, { method: 'POST' })];
      await fetch(reset, { method: 'POST', mode: 'no-cors' });
      return (await Promise.allSettled(all)).map(({ status }) => status);
    }, emulator.url);
    expect(ends).toEqual(['rejected', 'rejected', 'rejected']);
    expect(emulator.controls.state()).toMatchObject({ signedIn: 'jules_o_neill', settings: { consent: 'ask' } });
  });
});

describe.each(['light', 'dark'] as const)('the emulator’s pages, %s', (colorScheme) => {
  it.each([320, 1280])('have no axe violations and no horizontal scrolling at %i px', async (width) => {
    await context.close();
    await open({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    for (const url of [`${emulator.url}/`, consentUrl({ scope: 'user-top-read streaming user-read-email' })]) {
      await page.goto(url);
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const axeHere = (window as unknown as { axe: typeof axe }).axe;
        const result = await axeHere.run({ runOnly: { type: 'tag', values: tags } });
        return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      });
      expect(violations).toEqual([]);
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});
