import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiceApp } from '../../src/emulator/index.ts';
import { blockStorage, launchBrowser, pressBack } from '../support/page/browser.ts';
import { chooseGrant, connectAndAgree, openPractice } from '../support/page/form-steps.ts';
import { openVisit, type Visit } from '../support/page/stage.ts';
import { serveFolder, type StaticServer } from '../support/page/static-server.ts';

// The page as any static host serves it. Nothing else runs.
let server: StaticServer;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  [server, browser] = await Promise.all([serveFolder(), launchBrowser()]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

const clientId = '3f9c0b7e5a2d4c18b6e1f07a9d245c83';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const alert = (page: Page) => page.getByRole('alert').filter({ hasText: /\S/ });

/** Runs steps in a new window at the form. Fails if the page reports anything, or if its policy refuses anything. */
async function walk(steps: (visit: Visit) => Promise<void>, query = ''): Promise<void> {
  const visit = await openVisit(browser, { timezoneId: 'UTC' });
  try {
    await visit.page.goto(server.url + query);
    await steps(visit);
    expect(visit.complaints.filter((text) => !text.includes('Failed to load resource'))).toEqual([]);
  } finally {
    await visit.close();
  }
}

/** Takes the network away. @returns every request that is still sent, which fails */
async function unplug({ context }: Visit): Promise<string[]> {
  const sent: string[] = [];
  await context.route('**', (route) => {
    const url = route.request().url();
    // The browser asks for the icon of the tab by itself, when it likes.
    if (!url.endsWith('/icon.svg')) sent.push(url);
    return route.abort();
  });
  await context.setOffline(true);
  return sent;
}

/** Opens what is folded, if it is folded. */
async function openFold(page: Page, name: string): Promise<void> {
  const summary = page.locator('summary').filter({ hasText: name }).first();
  if ((await summary.count()) > 0 && !(await box(page, name).isVisible())) await summary.click();
}

async function refresh(page: Page): Promise<void> {
  await openFold(page, 'Access token');
  const before = await box(page, 'Access token').inputValue();
  await button(page, 'Refresh access token').click();
  await expect.poll(() => box(page, 'Access token').inputValue()).not.toBe(before);
}

describe('practice on a static host', () => {
  it('shows token, plays, refresh, rotation and renewal without sending a request', async () => {
    await walk(async (visit) => {
      const { page } = visit;
      await openPractice(page);
      const sent = await unplug(visit);
      await connectAndAgree(page);
      await box(page, 'Refresh token').waitFor();
      const first = await box(page, 'Refresh token').inputValue();
      await expect.poll(() => page.getByRole('region', { name: 'Try it' }).innerText()).toContain('Maya Lindqvist');
      await expect
        .poll(() =>
          page.locator('img').evaluateAll((all) => (all as HTMLImageElement[]).some((one) => one.naturalWidth)),
        )
        .toBe(true);
      await refresh(page);
      await expect.poll(() => box(page, 'Refresh token').inputValue()).toBe(first);

      await page.getByRole('checkbox', { name: 'Rotate at the next refresh' }).check();
      await refresh(page);
      await expect.poll(() => box(page, 'Refresh token').inputValue()).not.toBe(first);
      const second = await box(page, 'Refresh token').inputValue();

      const end = page.getByRole('region', { name: 'Expires' }).locator('time').first();
      const day = await end.getAttribute('datetime');
      await button(page, 'Five months later').click();
      await expect.poll(() => page.getByRole('region', { name: 'Expires' }).innerText()).toMatch(/30 days/);
      await button(page, 'Six months later').click();
      await expect.poll(() => page.getByRole('region', { name: 'Expires' }).innerText()).toMatch(/expired/i);
      await openFold(page, 'Access token');
      await button(page, 'Refresh access token').click();
      await alert(page).filter({ hasText: 'has expired' }).waitFor();

      await button(page, 'Leave practice').waitFor();
      await expect.poll(() => page.title()).toContain('Practice');
      expect(second).not.toBe('');
      expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(sent).toEqual([]);
    });
  });

  it.each(['authorization_code', 'temporary', 'client_credentials'])('gives a token with %s', async (grant) => {
    await walk(async (visit) => {
      const { page } = visit;
      await openPractice(page);
      const sent = await unplug(visit);
      await chooseGrant(page, grant);
      if (grant !== 'client_credentials') await connectAndAgree(page);
      if (grant !== 'temporary') {
        await page.getByText(practiceApp.clientSecret).filter({ visible: true }).waitFor();
        await box(page, 'Client secret').fill(practiceApp.clientSecret);
        await button(page, 'Get token').click();
      }
      await box(page, grant === 'authorization_code' ? 'Refresh token' : 'Access token').waitFor();
      expect(sent).toEqual([]);
    });
  });

  it('asks for consent with the scopes in words, and Cancel leads to the form as at Spotify', async () => {
    await walk(async ({ page }) => {
      await openPractice(page);
      await button(page, 'Connect Spotify').click();
      await button(page, 'Agree').waitFor();
      await expect.poll(() => heading(page).innerText()).toMatch(/^Practice/);
      await expect.poll(() => page.title()).toMatch(/^Practice/);
      const text = await page.locator('#app').innerText();
      for (const part of [practiceApp.clientId, server.url, 'user-top-read', 'Your top artists and tracks']) {
        expect(text).toContain(part);
      }
      await button(page, 'Cancel').click();
      await expect.poll(() => alert(page).innerText()).toContain('You declined');
      await expect.poll(() => box(page, 'Client ID').inputValue()).toBe(practiceApp.clientId);
    });
  });

  it('says what Spotify’s white page would say', async () => {
    await walk(async ({ page }) => {
      await openPractice(page);
      await box(page, 'Client ID').fill(clientId);
      await button(page, 'Connect Spotify').click();
      await expect.poll(() => alert(page).innerText()).toContain('INVALID_CLIENT: Invalid client');
    });
  });

  it('leads nowhere, and says that its values are for practice', async () => {
    await walk(async ({ page }) => {
      await openPractice(page);
      await connectAndAgree(page);
      await expect.poll(() => page.getByRole('region', { name: 'Try it' }).innerText()).toContain('Maya Lindqvist');
      const links = await page
        .locator('a:visible')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
      expect(links.filter((href) => /open\.spotify\.com/.test(href))).toEqual([]);
      expect(links.filter((href) => href.includes(practiceApp.clientId))).toEqual([]);
      const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Download .env').click()]);
      const env = await readFile(await file.path(), 'utf8');
      expect(env).toMatch(/^# Practice: /);
      expect(env).toContain('SPOTIFY_ACCOUNTS_URL=https://practice.invalid');
      const [reminder] = await Promise.all([
        page.waitForEvent('download'),
        button(page, 'Download a reminder').click(),
      ]);
      const calendar = (await readFile(await reminder.path(), 'utf8')).replaceAll('\r\n ', '');
      expect(calendar).toContain('SUMMARY:Practice: ');
      expect(calendar).not.toContain('client_id=');
    });
  });
});

describe('the way in and out', () => {
  it('fills in a client ID, says Practice, and restores the former client ID', async () => {
    await walk(async ({ page }) => {
      await openPractice(page);
      await expect.poll(() => heading(page).innerText()).toContain('Practice');
      await expect.poll(() => page.title()).toContain('Practice');
      await expect.poll(() => box(page, 'Client ID').inputValue()).toBe(practiceApp.clientId);
      await expect.poll(() => new URL(page.url()).search).toBe('');
      await button(page, 'Leave practice').click();
      await expect.poll(() => heading(page).innerText()).not.toContain('Practice');
      await expect.poll(() => page.title()).not.toContain('Practice');
      await expect.poll(() => box(page, 'Client ID').inputValue()).toBe(clientId);
    }, `?client_id=${clientId}`);
  });

  it('is left from the result with one press', async () => {
    await walk(async ({ page }) => {
      await openPractice(page);
      await connectAndAgree(page);
      await box(page, 'Refresh token').waitFor();
      await button(page, 'Leave practice').click();
      await button(page, 'Practice without an account').waitFor();
      await expect.poll(() => box(page, 'Client ID').inputValue()).toBe(clientId);
    }, `?client_id=${clientId}`);
  });

  it.each(['authorization_code_pkce', 'authorization_code'])(
    'works if the browser blocks storage, and writes nothing there if it does not: %s',
    async (grant) => {
      for (const isBlocked of [true, false]) {
        await walk(async ({ page }) => {
          if (isBlocked) await blockStorage(page);
          await page.reload();
          await openPractice(page);
          await chooseGrant(page, grant);
          await connectAndAgree(page);
          if (grant === 'authorization_code') {
            await box(page, 'Client secret').fill(practiceApp.clientSecret);
            await button(page, 'Get token').click();
          }
          await box(page, 'Refresh token').waitFor();
          if (isBlocked) return;
          expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
        });
      }
    },
  );

  it('is entered by a press, never by a link', async () => {
    await walk(async ({ page }) => {
      await expect.poll(() => heading(page).innerText()).not.toContain('Practice');
      await expect.poll(() => button(page, 'Practice without an account').isVisible()).toBe(true);
    }, '?practice=1&mode=practice#practice');
  });

  it('offers to try again if it does not load', async () => {
    await walk(async (visit) => {
      const { page, context } = visit;
      await context.route(/open-emulator/, (route) => route.abort());
      await button(page, 'Practice without an account').click();
      await alert(page).filter({ hasText: 'failed to load' }).waitFor();
      await expect.poll(() => heading(page).innerText()).not.toContain('Practice');
      await context.unroute(/open-emulator/);
      await button(page, 'Load again').click();
      await button(page, 'Leave practice').waitFor();
      await expect.poll(() => alert(page).count()).toBe(0);
    });
  });

  it('starts again from the beginning after a reload, and says so', async () => {
    await walk(async ({ page }) => {
      await openPractice(page);
      await button(page, 'Connect Spotify').click();
      await button(page, 'Agree').waitFor();
      await page.reload();
      await page.getByText('practice starts again from the beginning').first().waitFor();
      await expect.poll(() => page.getByText('What did Spotify say?').count()).toBe(0);
      await expect.poll(() => box(page, 'Client ID').inputValue()).toBe(practiceApp.clientId);
      await connectAndAgree(page);
      await box(page, 'Refresh token').waitFor();
      await button(page, 'Leave practice').click();
      await expect.poll(() => box(page, 'Client ID').inputValue()).toBe(clientId);
    }, `?client_id=${clientId}`);
  });

  it('goes back from the consent and from the result to the form', async () => {
    await walk(async ({ page }) => {
      await openPractice(page);
      await button(page, 'Connect Spotify').click();
      await button(page, 'Agree').waitFor();
      await pressBack(page);
      await button(page, 'Connect Spotify').waitFor();
      await expect.poll(() => heading(page).innerText()).toContain('Practice');
      await connectAndAgree(page);
      await box(page, 'Refresh token').waitFor();
      await pressBack(page);
      await button(page, 'Connect Spotify').waitFor();
      await expect.poll(() => box(page, 'Refresh token').count()).toBe(0);
      await expect.poll(() => box(page, 'Client ID').inputValue()).toBe(practiceApp.clientId);
    });
  });
});
