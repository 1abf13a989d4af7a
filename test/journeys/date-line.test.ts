import { afterAll, beforeAll, expect, it } from 'vitest';
import { sizeOfDate } from '../../src/page/app/expires/date-size.ts';
import { openPageSessions } from '../support/page/page-session.ts';

let walk: Awaited<ReturnType<typeof openPageSessions>>['walk'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ walk, close } = await openPageSessions());
});
afterAll(() => close());

const locales = ['en-GB', 'en-US', 'es', 'de', 'fr', 'pt', 'pl', 'ru', 'tr', 'ar', 'he', 'hi', 'ja', 'ko', 'zh'];

/** The date of each month in each locale, the 28th, which has two digits everywhere. */
const dates = locales.flatMap((locale) => {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  return Array.from({ length: 12 }, (_, month) => {
    const text = format.format(new Date(2028, month, 28));
    return { locale, text, ...sizeOfDate(text) };
  });
});

it('writes the date on one line that fits, for every month, in every locale, at every width', () =>
  walk(async ({ page, connect, region }) => {
    await connect();
    await region('Expires').locator('.date').waitFor();
    await page.evaluate(() => document.fonts.ready);
    for (const width of [320, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const misfits = await page.evaluate((all) => {
        const date = document.querySelector<HTMLElement>('.date')!;
        const time = date.querySelector('time')!;
        return all.flatMap(({ locale, text, letters, isPlain }) => {
          time.textContent = text;
          date.classList.toggle('plain', isPlain);
          date.style.setProperty('--ch', String(letters));
          const size = Number.parseFloat(getComputedStyle(date).fontSize);
          const isOneLine = date.clientHeight < size * 1.5;
          const isInside = time.getBoundingClientRect().width <= date.clientWidth + 0.5;
          return isOneLine && isInside && size >= 20 ? [] : [`${locale}: ${text} (${size} px)`];
        });
      }, dates);
      expect(misfits, `${width} px`).toEqual([]);
    }
  }));
