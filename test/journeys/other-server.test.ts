import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from '../support/page/browser.ts';
import { oidcClients, startOidcServer, type OidcServer } from '../support/spotify/oidc-server.ts';
import { servePageFor } from '../support/page/page-for.ts';
import { openVisit } from '../support/page/stage.ts';
import { chooseGrant } from '../support/page/form-steps.ts';

let server: OidcServer;
let served: Awaited<ReturnType<typeof servePageFor>>;
let browser: Browser;
beforeAll(async () => {
  // It warns about Node 20 and about its development pages.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'info').mockImplementation(() => {});
  served = await servePageFor(async (pageUrl) => {
    server = await startOidcServer([pageUrl]);
    return server.url;
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await server.close();
});

const boxOf = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** Signs in and approves on the pages of oidc-provider. */
async function signIn(page: Page): Promise<void> {
  await page.locator('input[name="login"]').fill('ada');
  await page.locator('input[name="password"]').fill('any');
  await page.locator('button[type="submit"]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function connect(page: Page, clientId: string, grant: string): Promise<void> {
  await page.goto(served.url);
  await boxOf(page, 'Client ID').fill(clientId);
  await chooseGrant(page, grant);
  await page.getByRole('button', { name: 'Connect Spotify' }).click();
  await signIn(page);
}

/** Refreshes, waits for the next access token, and returns the refresh token that the page shows then. */
async function refresh(page: Page, secret?: string): Promise<string> {
  const fold = page.locator('summary', { hasText: 'Access token' });
  if (!(await boxOf(page, 'Access token').isVisible())) await fold.click();
  const before = await boxOf(page, 'Access token').inputValue();
  await page.getByRole('button', { name: 'Refresh access token' }).click();
  if (secret) {
    await boxOf(page, 'Client secret').fill(secret);
    await boxOf(page, 'Client secret').press('Enter');
  }
  await expect.poll(() => boxOf(page, 'Access token').inputValue()).not.toBe(before);
  return boxOf(page, 'Refresh token').inputValue();
}

describe('the page with oidc-provider instead of Spotify', () => {
  it('gets a token with PKCE only, refreshes it, and shows the new refresh token', async () => {
    const { page, close } = await openVisit(browser);
    await connect(page, oidcClients.public, 'authorization_code_pkce');
    const first = await boxOf(page, 'Refresh token').inputValue();
    const second = await refresh(page);
    expect(second).not.toBe(first);
    expect(await refresh(page)).not.toBe(second);
    await close();
  });

  it('gets a token with the secret and PKCE, and refreshes it', async () => {
    const { page, close } = await openVisit(browser);
    await connect(page, oidcClients.confidential, 'authorization_code');
    await boxOf(page, 'Client secret').fill(server.clientSecret);
    await page.getByRole('button', { name: 'Get token', exact: true }).click();
    const first = await boxOf(page, 'Refresh token').inputValue();
    expect(await refresh(page, server.clientSecret)).not.toBe(first);
    await close();
  });
});
