import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { states } from '../../scripts/screenshot-states.mjs';
import { catalogues } from '../support/page/language/catalogues.ts';
import { inLanguage } from '../support/page/language/in-language.ts';
import { routePseudoLanguage } from '../support/page/language/pseudo-language.ts';
import { pseudoTexts } from '../support/page/language/pseudo-text.ts';
import { sharedNames } from '../support/page/control-names.ts';
import { openStage, type Stage } from '../support/page/stage.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const pseudo = pseudoTexts(catalogues.en);

/** The states that are looked at in each language. */
const drawn = [
  'form',
  'form-scopes',
  'form-client-credentials',
  'localhost',
  'denied',
  'dead-end-cure',
  'result',
  'token-check',
  'token-check-replaced',
  'token-check-renew',
  'result-user-not-registered',
  'practice-consent',
];

/** What the long language is tried on besides: other words, in the same parts. */
const others = [
  'form-first-app',
  'dead-end',
  'secret-wrong',
  'result-folds',
  'result-client-credentials',
  'practice-result',
];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** What axe finds in the page as it is now. The name of a button holds its visible text, but not the brackets around it. */
const axeFinds = (page: Page) =>
  page.evaluate(async (values) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
      runOnly: { type: 'tag', values },
      rules: { 'label-content-name-mismatch': { enabled: document.documentElement.lang !== 'ar-XB' } },
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  }, tags);

/** How many pixels the page is wider than its window. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The page must not be wider than its window, at three widths. */
async function expectToFit(page: Page): Promise<void> {
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => overflow(page), { message: `${width} px` }).toBeLessThanOrEqual(0);
  }
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await axeFinds(page)).toEqual([]);
  expect(await sharedNames(page), 'names of several controls').toEqual([]);
}

/**
 * The visible texts and accessible names that have plain letters: in the pseudo-language every letter has an accent. Names,
 * dates, addresses, code and what is not the page's own stay as they are.
 */
const untranslated = (page: Page) =>
  page.evaluate(() => {
    const kept =
      'code, pre, textarea, input, bdi, time, .mono, .ltr, .name, .set, .languages, svg, script, style, [lang=en]';
    const plain = (text: string) =>
      /[a-z]{3,}/i.test(text.replaceAll(/Spotify|refrain|README|Next\.js|JavaScript|Python|curl|https?:\S+/gi, ''));
    const found: string[] = [];
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (element.closest(kept) && !element.matches('input, textarea')) continue;
      if (!element.checkVisibility()) continue;
      const names = ['aria-label', 'placeholder', 'title', 'data-done'].map((name) => element.getAttribute(name) ?? '');
      const texts = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.nodeValue ?? '');
      found.push(
        ...[...names, ...texts].filter(plain).map((text) => `${element.tagName.toLowerCase()}: ${text.trim()}`),
      );
    }
    return found;
  });

describe('the page in a long language from right to left', () => {
  it.for([...drawn, ...others])('%s: is translated, axe finds nothing, and nothing overflows', async (name) => {
    stage.emulator.controls.reset();
    const visit = await stage.visit({ locale: 'de', reducedMotion: 'reduce' });
    const { page } = visit;
    await routePseudoLanguage(page);
    await page.addInitScript({ content: axe.source });
    await states[name]?.({ page: inLanguage(page, pseudo), url: stage.pageUrl, controls: stage.emulator.controls });
    await expect.poll(() => page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    expect(await untranslated(page)).toEqual([]);
    await expectToFit(page);
    await expectAccessible(page);
    await visit.close();
  });
});

describe.each(['de', 'es'] as const)('every drawn state in the language %s', (lang) => {
  it.for(drawn)('%s: axe finds nothing, and nothing overflows', async (name) => {
    stage.emulator.controls.reset();
    const visit = await stage.visit({ locale: lang, reducedMotion: 'reduce' });
    const { page } = visit;
    await page.addInitScript({ content: axe.source });
    const translated = inLanguage(page, catalogues[lang]);
    await states[name]?.({ page: translated, url: stage.pageUrl, controls: stage.emulator.controls });
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(lang);
    await expectToFit(page);
    await expectAccessible(page);
    await visit.close();
  });
});
