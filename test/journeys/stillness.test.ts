import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStage, type Stage } from '../support/stage.ts';
import { getRefreshToken } from '../support/walk.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

it.for([320, 390, 1280])('moves nothing at %s px when the token and the longest titles arrive', async (width) => {
  const visit = await stage.visit({ viewport: { width, height: 4000 } });
  const { page } = visit;
  await page.addInitScript(() => {
    const shifts: unknown[] = ((window as unknown as { shifts: unknown[] }).shifts = []);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        if (!entry.hadRecentInput) shifts.push(entry.value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
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
  await page.getByRole('region', { name: 'Try it' }).locator('li b').first().waitFor();
  await page.waitForLoadState('networkidle');
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  // Words exchanged within their own line count a few millionths; a row that grows, some thousandths.
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.0002);
  await visit.close();
});
