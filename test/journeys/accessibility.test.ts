import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { states } from '../../scripts/screenshot-states.mjs';
import { sharedNames } from '../support/page/control-names.ts';
import { openStage, type Stage } from '../support/page/stage.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const looks = [1280, 320].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe('every state of the page', () => {
  it.for(Object.entries(states).filter(([name]) => name !== 'no-script'))(
    '%s: axe finds nothing at 1280 and 320 px, light and dark, names are unique, and nothing scrolls sideways',
    async ([, reach]) => {
      stage.emulator.controls.reset();
      const visit = await stage.visit({ reducedMotion: 'reduce' });
      const { page } = visit;
      await page.addInitScript({ content: axe.source });
      await reach({ page, url: stage.pageUrl, controls: stage.emulator.controls });
      for (const { width, colorScheme } of looks) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const found = await page.evaluate(async (values) => {
          const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
            runOnly: { type: 'tag', values },
          });
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
        }, tags);
        expect(found, `${width} px, ${colorScheme}`).toEqual([]);
        const { wide, narrow } = await page.evaluate(() => ({
          wide: document.documentElement.scrollWidth,
          narrow: document.documentElement.clientWidth,
        }));
        expect(wide, `${width} px wide`).toBeLessThanOrEqual(narrow);
      }
      expect(await sharedNames(page), 'names of several controls').toEqual([]);
      const ours = visit.complaints.filter((words) => !words.includes('Failed to load resource'));
      expect(ours).toEqual([]);
      await visit.close();
    },
  );
});
