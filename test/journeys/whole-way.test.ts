import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiceApp } from '../../src/emulator/index.ts';
import { openStage, type Stage, type Visit } from '../support/page/stage.ts';
import { chooseGrant, enterClientId, connectAndAgree, getRefreshToken } from '../support/page/form-steps.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function walk(steps: (visit: Visit) => Promise<void>): Promise<void> {
  const visit = await stage.visit();
  try {
    await steps(visit);
  } finally {
    await visit.close();
  }
}

const boxOf = (visit: Visit, name: string) => visit.page.getByRole('textbox', { name, exact: true });
const press = (visit: Visit, name: string) => visit.page.getByRole('button', { name, exact: true }).click();

/** Opens a fold, such as *Access token* of the result. */
const unfold = (visit: Visit, name: string) => visit.page.locator('summary').filter({ hasText: name }).click();

/** The status of the Web API's answer to a token. */
const apiStatus = async (token: string) =>
  (await fetch(new URL('/v1/me', stage.emulator.url), { headers: { authorization: `Bearer ${token}` } })).status;

describe('a sign-in with the emulator', () => {
  it('gets a refresh token with the client ID only, and refreshes it', async () => {
    await walk(async (visit) => {
      const refreshToken = await getRefreshToken(visit.page, stage.pageUrl);
      expect(refreshToken).toMatch(/^[\w-]{20,}$/);
      await unfold(visit, 'Access token');
      const before = await boxOf(visit, 'Access token').inputValue();
      expect(await apiStatus(before)).toBe(200);
      await press(visit, 'Refresh access token');
      await expect.poll(() => boxOf(visit, 'Access token').inputValue()).not.toBe(before);
      expect(await apiStatus(await boxOf(visit, 'Access token').inputValue())).toBe(200);
      await expect.poll(() => boxOf(visit, 'Refresh token').inputValue()).toBe(refreshToken);
      await visit.page.getByRole('region', { name: 'Try it' }).getByText('Works: signed in as').waitFor();
    });
  });

  it('gets one with the secret, which is entered after the return and again to refresh', async () => {
    await walk(async (visit) => {
      await visit.page.goto(stage.pageUrl);
      await enterClientId(visit.page);
      await chooseGrant(visit.page, 'authorization_code');
      await expect.poll(() => boxOf(visit, 'Client secret').isVisible()).toBe(false);
      await connectAndAgree(visit.page);
      await boxOf(visit, 'Client secret').fill('f'.repeat(32));
      await press(visit, 'Get token');
      await visit.page.getByRole('alert').filter({ hasText: 'secret' }).waitFor();
      await boxOf(visit, 'Client secret').fill(practiceApp.clientSecret);
      await press(visit, 'Get token');
      await boxOf(visit, 'Refresh token').waitFor();
      await expect.poll(() => visit.page.getByRole('alert').count()).toBe(0);
      await unfold(visit, 'Access token');
      const before = await boxOf(visit, 'Access token').inputValue();
      await press(visit, 'Refresh access token');
      await boxOf(visit, 'Client secret').fill(practiceApp.clientSecret);
      await boxOf(visit, 'Client secret').press('Enter');
      await expect.poll(() => boxOf(visit, 'Access token').inputValue()).not.toBe(before);
    });
  });

  it('counts the six months from the consent, not from when the secret was entered', async () => {
    const visit = await stage.visit({ timezoneId: 'UTC' });
    const { page } = visit;
    await page.clock.setFixedTime('2026-11-24T23:58:00Z');
    await page.goto(stage.pageUrl);
    await enterClientId(page);
    await chooseGrant(page, 'authorization_code');
    await connectAndAgree(page);
    await boxOf(visit, 'Client secret').waitFor();
    await page.clock.setFixedTime('2026-11-25T00:03:00Z');
    await boxOf(visit, 'Client secret').fill(practiceApp.clientSecret);
    await press(visit, 'Get token');
    const end = page.getByRole('region', { name: 'Expires' }).locator('time').first();
    await expect.poll(() => end.innerText()).toBe('23 May 2027');
    await visit.close();
  });

  it('gets an access token to try the API, and says what happens to the refresh token', async () => {
    await walk(async (visit) => {
      await visit.page.goto(stage.pageUrl);
      await enterClientId(visit.page);
      await chooseGrant(visit.page, 'temporary');
      await connectAndAgree(visit.page);
      await boxOf(visit, 'Access token').waitFor();
      expect(await apiStatus(await boxOf(visit, 'Access token').inputValue())).toBe(200);
      await expect.poll(() => boxOf(visit, 'Refresh token').count()).toBe(0);
      await expect.poll(() => visit.page.getByRole('button', { name: 'Refresh access token' }).count()).toBe(0);
      await expect
        .poll(() => visit.page.locator('main').innerText())
        .toMatch(/refresh token[^]*dropped[^]*stays valid until you remove/i);
    });
  });

  it('gets a client credentials token without leaving the page', async () => {
    await walk(async (visit) => {
      await visit.page.goto(stage.pageUrl);
      await enterClientId(visit.page);
      await chooseGrant(visit.page, 'client_credentials');
      for (const name of ['Redirect URI', 'Client ID']) {
        await expect.poll(() => boxOf(visit, name).isVisible(), { message: name }).toBe(name === 'Client ID');
      }
      await expect.poll(() => visit.page.getByRole('button', { name: 'Connect Spotify' }).isVisible()).toBe(false);
      await boxOf(visit, 'Client secret').fill(practiceApp.clientSecret);
      await press(visit, 'Get token');
      await boxOf(visit, 'Access token').waitFor();
      await expect.poll(() => boxOf(visit, 'Refresh token').count()).toBe(0);
    });
  });
});

/** Counts the clicks and the filled fields on the page. Spotify's consent page is not counted. */
async function countSteps({ page }: Visit) {
  const steps = { clicks: 0, fields: new Set<string>() };
  await page.exposeFunction('countClick', () => (steps.clicks += 1));
  await page.exposeFunction('countField', (id: string) => steps.fields.add(id));
  await page.addInitScript((own) => {
    if (location.origin !== own) return;
    const counters = globalThis as unknown as { countClick(): void; countField(id: string): void };
    addEventListener('click', () => counters.countClick(), true);
    addEventListener('input', ({ target }) => counters.countField((target as Element).id), true);
  }, new URL(stage.pageUrl).origin);
  // The emulator replaces Spotify here, so enter the client ID of its app.
  await page.goto(stage.pageUrl);
  await enterClientId(page);
  return steps;
}

it.each([
  ['authorization_code_pkce', 2, ['client-id']],
  ['authorization_code', 3, ['client-id', 'secret']],
])('with %s takes %i clicks and the fields %j, without the consent', async (grant, clicks, fields) => {
  await walk(async (visit) => {
    const { page } = visit;
    const steps = await countSteps(visit);
    // Choosing another grant than the default is not counted, and neither is choosing scopes.
    await chooseGrant(page, grant);
    steps.clicks = 0;
    steps.fields.clear();
    await boxOf(visit, 'Client ID').fill(practiceApp.clientId);
    await connectAndAgree(page);
    if (grant === 'authorization_code') {
      await boxOf(visit, 'Client secret').fill(practiceApp.clientSecret);
      await press(visit, 'Get token');
    }
    await press(visit, 'Copy refresh token');
    await expect.poll(() => steps.clicks).toBe(clicks);
    expect([...steps.fields]).toEqual(fields);
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(await boxOf(visit, 'Refresh token').inputValue());
  });
});

it('sends requests only to its own origin and Spotify, and reports nothing', async () => {
  await walk(async (visit) => {
    await getRefreshToken(visit.page, stage.pageUrl);
    await visit.page.getByRole('region', { name: 'Try it' }).locator('img').first().waitFor();
    await visit.page.waitForLoadState('networkidle');
    const hosts = new Set(visit.requests.map((request) => new URL(request.url()).origin));
    hosts.delete('null');
    const spotify = ['https://accounts.spotify.com', 'https://api.spotify.com', 'https://i.scdn.co'];
    expect([...hosts].toSorted()).toEqual([new URL(stage.pageUrl).origin, ...spotify]);
    for (const request of visit.requests) expect(request.headers()['referer'] ?? '').not.toContain(stage.pageUrl);
    expect(visit.complaints).toEqual([]);
  });
});
