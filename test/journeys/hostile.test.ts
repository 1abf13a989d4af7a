import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explain } from '../../src/errors/explain.ts';
import { launchBrowser } from '../support/page/browser.ts';
import { startHostileAccounts } from '../support/spotify/hostile-accounts.ts';
import {
  hostileAnswers,
  hostileCallbacks,
  type HostileAnswer,
  type HostileCallback,
} from '../support/spotify/hostile.ts';
import { servePageFor } from '../support/page/page-for.ts';
import { openVisit, type Visit } from '../support/page/stage.ts';

const all: readonly (HostileCallback | HostileAnswer)[] = [...hostileCallbacks, ...hostileAnswers];
const clientIdOf = (index: number) => `${index}`.padStart(32, 'a');

let accounts: Awaited<ReturnType<typeof startHostileAccounts>>;
let served: Awaited<ReturnType<typeof servePageFor>>;
let browser: Browser;
let visit: Visit;
beforeAll(async () => {
  accounts = await startHostileAccounts(new Map(all.map((played, index) => [clientIdOf(index), played])));
  served = await servePageFor(() => accounts.url);
  browser = await launchBrowser();
  visit = await openVisit(browser);
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await accounts.close();
});

it('has at least a hundred cases', () => {
  expect(all.length).toBeGreaterThanOrEqual(100);
});

describe('the page with a hostile answer', () => {
  // All cases use one tab: a case must not affect the next one.
  it.for(all.map((played, index) => ({ played, index, title: `${played.kind}: ${played.name}` })))(
    '$title',
    async ({ played, index }) => {
      const { page, complaints } = visit;
      complaints.length = 0;
      const clientId = clientIdOf(index);
      await page.goto(served.url);
      await page.getByRole('textbox', { name: 'Client ID' }).fill(clientId);
      await page.getByRole('button', { name: 'Connect Spotify' }).click();
      if (isCallback(played)) await expectOneAlert(page, explain({ code: codeInBrowser(played) }).title);
      // Without parameters it is not a callback, so the page asks what Spotify said.
      else await page.getByText('What did Spotify say?').first().waitFor();

      for (const name of ['Refresh token', 'Access token']) {
        await expect.poll(() => page.getByRole('textbox', { name, exact: true }).count(), { message: name }).toBe(0);
      }
      expect(await page.content()).not.toMatch(/(AQ|BQ)-hostile/);
      await expect.poll(() => page.getByRole('textbox', { name: 'Client ID' }).inputValue()).toBe(clientId);
      await expect.poll(() => page.locator('input[name=scope]:checked').count()).toBeGreaterThanOrEqual(3);
      await expect.poll(() => page.getByRole('button', { name: 'Connect Spotify' }).isVisible()).toBe(true);
      await expect.poll(() => page.url()).not.toMatch(/[?&](code|state|error)=/);
      expect(accounts.timesAsked(clientId)).toBe(played.kind === 'answer' ? 1 : 0);
      // The browser writes failed requests to the console. Ignore these.
      expect(complaints.filter((words) => !/^error: (Failed to load resource|Access to fetch at)/.test(words))).toEqual(
        [],
      );
    },
  );
});

async function expectOneAlert(page: Page, title: string): Promise<void> {
  await page.getByRole('alert').waitFor();
  await expect.poll(() => page.getByRole('alert').count()).toBe(1);
  await expect.poll(() => page.getByRole('alert').getByRole('heading').innerText()).toBe(title);
  await expect.poll(() => page.title()).toMatch(/^Error: /);
}

function isCallback(played: HostileCallback | HostileAnswer): boolean {
  return played.kind === 'answer' || played.parameters('state').length > 0;
}

/** The page reports a token in the address first, as a leak. */
function codeInBrowser(played: HostileCallback | HostileAnswer) {
  return played.name === 'tokens in place of a code' ? 'secret_in_link' : played.code;
}
