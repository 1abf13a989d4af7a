import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { practiceApp } from '../../src/emulator/index.ts';
import { openStage, type Stage } from '../support/page/stage.ts';
import { chooseGrant, enterClientId, connectAndAgree, getRefreshToken } from '../support/page/form-steps.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

// A text that changes inside its line counts a few millionths; a row that grows, some thousandths.
const negligible = 0.0002;

interface Shift {
  readonly value: number;
  readonly hadRecentInput: boolean;
  /** Whether only the container of the view moved: its content was replaced by another view. */
  readonly isOtherView: boolean;
}
type Observed = typeof globalThis & { shifts: Shift[] };

/** Records the layout shifts that the browser reports. @returns a function that adds them up when the result is complete */
async function watchShifts(page: Page): Promise<(counts: (shift: Shift) => boolean) => Promise<number>> {
  await page.addInitScript(() => {
    const shifts: Shift[] = ((globalThis as Observed).shifts = []);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as (Shift & { sources: { node: Node | null }[] })[]) {
        const { value, hadRecentInput, sources } = entry;
        const isOtherView = sources.every(({ node }) => node?.nodeName === 'MAIN');
        shifts.push({ value, hadRecentInput, isOtherView });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async (counts) => {
    await page
      .getByRole('region', { name: 'Try it' })
      .getByText(/^Works:/)
      .waitFor();
    await page.waitForLoadState('networkidle');
    const shifts = await page.evaluate(() => (globalThis as Observed).shifts);
    return shifts.filter(counts).reduce((sum, { value }) => sum + value, 0);
  };
}

it.for([320, 390, 1280])('moves nothing at %s px when the token and the longest titles arrive', async (width) => {
  const visit = await stage.visit({ viewport: { width, height: 4000 } });
  const { page } = visit;
  const shifted = await watchShifts(page);
  const track = {
    type: 'track',
    name: 'A title without end '.repeat(12),
    artists: [{ name: 'A band so long '.repeat(9) }],
    album: { name: 'An album', images: [] },
    duration_ms: 200_000,
  };
  const played_at = new Date(Date.now() - 300_000).toISOString();
  stage.emulator.controls.answerNext({
    path: '/v1/me/player/recently-played',
    amend: { items: Array.from({ length: 5 }, () => ({ played_at, track })) },
  });
  await getRefreshToken(page, stage.pageUrl);
  // If the token takes more than a frame, the view that waits for it is seen first.
  expect(await shifted(({ hadRecentInput, isOtherView }) => !hadRecentInput && !isOtherView)).toBeLessThan(negligible);
  await visit.close();
});

it.for([320, 390, 1280])('moves nothing at %s px when Spotify has accepted the secret, however late', async (width) => {
  const visit = await stage.visit({ viewport: { width, height: 4000 } });
  const { page } = visit;
  const shifted = await watchShifts(page);
  await page.goto(stage.pageUrl);
  await enterClientId(page);
  await chooseGrant(page, 'authorization_code');
  await connectAndAgree(page);
  await page.getByRole('textbox', { name: 'Client secret' }).fill(practiceApp.clientSecret);
  await page.route('**/api/token', async (route) => {
    await page.evaluate(() => ((globalThis as Observed).shifts.length = 0));
    await route.fallback();
  });
  await page.getByRole('button', { name: 'Get token' }).click();
  await page.getByRole('textbox', { name: 'Refresh token' }).waitFor();
  // The browser excuses shifts within 500 ms after a click. Here they count all the same.
  expect(await shifted(({ isOtherView }) => !isOtherView)).toBeLessThan(negligible);
  await visit.close();
});
