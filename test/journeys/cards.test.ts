import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { views } from '../../src/listening/views/views.ts';
import { answerOf, current, hardPlays, playerOf, trackOf } from '../support/listening/answers.ts';
import { hostileName } from '../support/listening/hostile-names.ts';
import { launchBrowser } from '../support/page/browser.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});

afterAll(() => browser?.close());

/** 10,000 names, 25 to a list. */
const hostileAnswers = fc
  .sample(fc.array(hostileName, { minLength: 25, maxLength: 25 }), { numRuns: 400, seed: 20_261_128 })
  .map((names) => answerOf({ items: names.map((name, minutes) => trackOf(name, [name], minutes)) }));

describe('with 10,000 hostile names', () => {
  it('each card is XML for a browser, with nothing in it but what a card has', async () => {
    const cards = hostileAnswers.map((answer, at) => views.svg(answer, { limit: 50, width: 320 + (at % 181) }));
    const found = await page.evaluate((texts) => {
      const elements = new Set<string>();
      const broken: string[] = [];
      for (const text of texts) {
        const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
        if (documentElement.localName !== 'svg' || documentElement.querySelector('parsererror')) broken.push(text);
        for (const { localName } of documentElement.querySelectorAll('*')) elements.add(localName);
      }
      return { broken, elements: [...elements].toSorted() };
    }, cards);
    expect(found).toEqual({ broken: [], elements: ['desc', 'g', 'path', 'rect', 'style', 'svg', 'text', 'title'] });
  });

  it('each document has the names as text, and runs nothing', async () => {
    const ran: string[] = [];
    page.on('dialog', (dialog) => {
      ran.push(dialog.message());
      void dialog.dismiss();
    });
    await page.route('https://i.scdn.co/**', (route) => route.abort());
    const documents = hostileAnswers.map((answer) => views.html(answer, { limit: 50 }));
    for (const document of documents.slice(0, 20)) await page.setContent(document);
    expect(ran).toEqual([]);
    const found = await page.evaluate((texts) => {
      const elements = new Set<string>();
      const attributes = new Set<string>();
      const counts = new Set<number>();
      for (const text of texts) {
        const { body } = new DOMParser().parseFromString(text, 'text/html');
        counts.add(body.querySelectorAll('ol > li > div > .refrain-title').length);
        for (const element of body.querySelectorAll('*')) {
          elements.add(element.localName);
          for (const name of element.getAttributeNames()) attributes.add(name);
        }
      }
      const unsafe = [...attributes].filter((name) => name.startsWith('on') || name === 'style');
      return { counts: [...counts], unsafe, scripts: elements.has('script') };
    }, documents);
    expect(found).toEqual({ counts: [25], unsafe: [], scripts: false });
  });
});

describe('in a browser', () => {
  it('no line of a card shows anything outside its box, and each box clips', async () => {
    for (const width of [320, 500]) {
      for (const layout of ['list', 'single'] as const) {
        await page.setContent(views.svg(answerOf({ items: hardPlays }), { width, layout, limit: 50 }));
        const overflows = await page.evaluate(() =>
          Array.from(document.querySelectorAll('svg svg'), (box) => getComputedStyle(box).overflow),
        );
        expect(new Set(overflows)).toEqual(new Set(['hidden']));
      }
    }
  });

  it('a card has its name and its whole list for a screen reader, once', async () => {
    await page.setContent(views.svg(answerOf({ items: hardPlays.slice(0, 1) })));
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const image = nodes.find(({ role }) => role?.value === 'image');
    expect(image?.name?.value).toBe('Recently played on Spotify');
    expect(image?.description?.value).toContain(hardPlays[0]!.name);
  });

  it('the bars rest if the reader asks for less motion', async () => {
    const svg = views.svg(answerOf({ items: [trackOf('Tidewater', ['Paper Lanterns'], null)] }));
    const animations = async (reducedMotion: 'reduce' | 'no-preference') => {
      await page.emulateMedia({ reducedMotion });
      await page.setContent(svg);
      return page.evaluate(() => document.getAnimations().length);
    };
    expect([await animations('reduce'), await animations('no-preference')]).toEqual([0, 3]);
  });

  it.each([
    ['moves', [], true],
    ['rests if the system of the reader asks for less motion', ['--force-prefers-reduced-motion'], false],
  ])('a card that a page shows as a picture %s', async (_, args, moves) => {
    const system = await launchBrowser({ args });
    // What the page would be told in a test must not hide what the system says.
    const picture = await system.newPage({ reducedMotion: null, viewport: { width: 420, height: 160 } });
    const uri = `data:image/svg+xml;base64,${Buffer.from(views.svg(playerOf(current))).toString('base64')}`;
    await picture.setContent(`<img src="${uri}">`);
    await picture.waitForFunction(() => document.images[0]?.complete);
    const first = await picture.screenshot();
    // 30 frames are half a second: most of a move of the bars.
    const passFrames = () =>
      picture.evaluate(async () => {
        for (let frame = 0; frame < 30; frame++) await new Promise((done) => requestAnimationFrame(done));
      });
    let hasMoved = false;
    for (let time = 0; time < 3; time++) {
      await passFrames();
      hasMoved ||= !first.equals(await picture.screenshot());
    }
    expect(hasMoved).toBe(moves);
    await system.close();
  });
});
