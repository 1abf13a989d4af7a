import { afterAll, beforeAll, expect, it } from 'vitest';
import { practiceApp } from '../../src/emulator/index.ts';
import { pressBack } from '../support/page/browser.ts';
import { openStage, type Stage, type Visit } from '../support/page/stage.ts';
import { chooseGrant, enterClientId, connectAndAgree, getRefreshToken } from '../support/page/form-steps.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** Everything that a browser may keep of a page: storage, address, history, cookies. */
async function browserDataOf({ page, context }: Visit): Promise<string> {
  const inPage = await page.evaluate(async () =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      location.href,
      history.state,
      document.cookie,
      window.name,
      (await indexedDB.databases()).map(({ name }) => name),
      await caches.keys(),
    ]),
  );
  const session = await context.newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  const addresses = entries
    .map(({ url, userTypedURL }) => `${url} ${userTypedURL}`)
    .filter((url) => url.includes(stage.pageUrl));
  await session.detach();
  return `${inPage}\n${addresses.join('\n')}\n${JSON.stringify(await context.cookies(stage.pageUrl))}`;
}

/** All secrets of one sign-in: what the page sends to the token endpoint, and what it gets from there. */
async function secretsOf({ context }: Visit): Promise<Set<string>> {
  const secrets = new Set<string>();
  // Read on its way: a browser may have dropped the body of an answer when it is asked for it.
  await context.route(/\/api\/token$/, async (route) => {
    const sent = new URLSearchParams(route.request().postData() ?? '');
    for (const name of ['code', 'code_verifier', 'client_secret', 'refresh_token']) {
      for (const value of sent.getAll(name)) secrets.add(value);
    }
    const response = await route.fetch({ url: `${stage.emulator.url}/api/token` });
    const body = (await response.json()) as Record<string, unknown>;
    for (const name of ['access_token', 'refresh_token']) {
      if (typeof body[name] === 'string') secrets.add(body[name]);
    }
    await route.fulfill({ response });
  });
  return secrets;
}

const expectNone = (where: string, text: string, secrets: ReadonlySet<string>) => {
  for (const secret of secrets) expect(text.includes(secret), `${where} holds a secret`).toBe(false);
};

it('leaves no secret and no token behind, next to the result and after a reload', async () => {
  const visit = await stage.visit();
  const secrets = await secretsOf(visit);
  await getRefreshToken(visit.page, stage.pageUrl);
  await visit.page.waitForLoadState('networkidle');
  expect(secrets.size).toBeGreaterThanOrEqual(4);
  expectNone('the browser with the result', await browserDataOf(visit), secrets);

  visit.page.on('dialog', (dialog) => dialog.accept());
  await visit.page.reload();
  await visit.page.getByRole('button', { name: 'Connect Spotify' }).waitFor();
  expectNone('the browser after a reload', await browserDataOf(visit), secrets);
  expectNone('the page after a reload', await visit.page.content(), secrets);
  await visit.close();
});

it('leaves no tokens and no client secret behind, with the grant that needs a secret', async () => {
  const visit = await stage.visit();
  const secrets = await secretsOf(visit);
  const { page } = visit;
  await page.goto(stage.pageUrl);
  await enterClientId(page);
  await chooseGrant(page, 'authorization_code');
  await connectAndAgree(page);
  const box = page.getByRole('textbox', { name: 'Client secret', exact: true });
  await box.fill(practiceApp.clientSecret);
  secrets.add(practiceApp.clientSecret);
  expectNone('the browser while the secret is entered', await browserDataOf(visit), secrets);
  await page.getByRole('button', { name: 'Get token', exact: true }).click();
  await page.getByRole('textbox', { name: 'Refresh token', exact: true }).waitFor();
  expect(secrets.size).toBeGreaterThanOrEqual(5);
  expectNone('the browser with the result', await browserDataOf(visit), secrets);
  expect(await page.content()).not.toContain(practiceApp.clientSecret);

  // Leave and come back: with or without the back-forward cache, no secret may come back with the page.
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Copy refresh token' }).click();
  await page.goto(new URL('/', stage.emulator.url).href);
  await pressBack(page);
  await page.getByRole('button', { name: 'Connect Spotify' }).waitFor();
  const boxes = await page
    .locator('input, textarea')
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  expectNone('a box after coming back', boxes.join('\n'), secrets);
  expectNone('the page after coming back', await page.content(), secrets);
  expectNone('the browser after coming back', await browserDataOf(visit), secrets);
  await visit.close();
});

it('explains after a reload that the token was cleared, and keeps the form', async () => {
  const visit = await stage.visit();
  await getRefreshToken(visit.page, stage.pageUrl);
  visit.page.on('dialog', (dialog) => dialog.accept());
  await visit.page.reload();
  await visit.page.getByRole('heading', { name: /token was cleared/i }).waitFor();
  await expect.poll(() => visit.page.getByRole('button', { name: 'Connect again' }).isVisible()).toBe(true);
  await expect
    .poll(() => visit.page.getByRole('textbox', { name: 'Client ID' }).inputValue())
    .toBe(practiceApp.clientId);
  await expect.poll(() => visit.page.getByRole('textbox', { name: 'Refresh token', exact: true }).count()).toBe(0);
  await visit.close();
});
