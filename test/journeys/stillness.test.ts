import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { practiceApp } from '../../src/emulator/index.ts';
import { openStage, type Stage } from '../support/page/stage.ts';
import { chooseGrant, choosePractice, connectAndAgree, getRefreshToken } from '../support/page/walk.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

// Words exchanged within their own line count a few millionths; a row that grows, some thousandths.
const nextToNothing = 0.0002;

interface Shift {
  readonly value: number;
  readonly hadRecentInput: boolean;
}
type Watching = typeof globalThis & { shifts: Shift[] };

/** Writes down what the browser itself calls a layout shift; gives the sum, once the last of the result stands there. */
async function watchShifts(page: Page): Promise<(counts: (shift: Shift) => boolean) => Promise<number>> {
  await page.addInitScript(() => {
    const shifts: Shift[] = ((globalThis as Watching).shifts = []);
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries() as unknown as Shift[]) {
        shifts.push({ value, hadRecentInput });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async (counts) => {
    await page.getByRole('region', { name: 'Try it' }).locator('li b').first().waitFor();
    await page.waitForLoadState('networkidle');
    const shifts = await page.evaluate(() => (globalThis as Watching).shifts);
    return shifts.filter(counts).reduce((sum, { value }) => sum + value, 0);
  };
}

it.for([320, 390, 1280])('moves nothing at %s px when the token and the longest titles arrive', async (width) => {
  const visit = await stage.visit({ viewport: { width, height: 4000 } });
  const { page } = visit;
  const shifted = await watchShifts(page);
  await page.route('**/recently-played**', async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as { items: { track: object }[] };
    for (const item of body.items) {
      Object.assign(item.track, {
        name: 'A title without end '.repeat(12),
        artists: [{ name: 'A band so long '.repeat(9) }],
      });
    }
    await route.fulfill({ response, json: body });
  });
  await getRefreshToken(page, stage.pageUrl);
  expect(await shifted(({ hadRecentInput }) => !hadRecentInput)).toBeLessThan(nextToNothing);
  await visit.close();
});

it.for([320, 390, 1280])('moves nothing at %s px when Spotify has taken the secret, however late', async (width) => {
  const visit = await stage.visit({ viewport: { width, height: 4000 } });
  const { page } = visit;
  const shifted = await watchShifts(page);
  await page.goto(stage.pageUrl);
  await choosePractice(page);
  await chooseGrant(page, 'authorization_code');
  await connectAndAgree(page);
  await page.getByRole('textbox', { name: 'Client secret' }).fill(practiceApp.clientSecret);
  await page.route('**/api/token', async (route) => {
    const response = await route.fetch();
    await page.evaluate(() => ((globalThis as Watching).shifts.length = 0));
    await route.fulfill({ response });
  });
  await page.getByRole('button', { name: 'Get token' }).click();
  await page.getByRole('textbox', { name: 'Refresh token' }).waitFor();
  // Half a second after a click the browser takes no move for its answer any more: so none is excused here.
  expect(await shifted(() => true)).toBeLessThan(nextToNothing);
  await visit.close();
});
