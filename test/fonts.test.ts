import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { launchBrowser } from './support/page/browser.ts';

const folder = fileURLToPath(new URL('../src/page/fonts/', import.meta.url));
const fonts = readdirSync(folder).filter((name) => name.endsWith('.woff2'));

describe('the subset fonts', () => {
  it('are accepted by a browser, which is stricter than the subsetter', async () => {
    expect(fonts).not.toHaveLength(0);
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const sources = fonts.map((name) => readFileSync(folder + name).toString('base64'));
      const states = await page.evaluate(
        (all) =>
          Promise.all(
            all.map(async (source, index) => {
              const face = new FontFace(`cut${index}`, `url(data:font/woff2;base64,${source})`);
              return (await face.load()).status;
            }),
          ),
        sources,
      );
      expect(states).toEqual(fonts.map(() => 'loaded'));
    } finally {
      await browser.close();
    }
  });

  it('have their licence in the folder', () => {
    expect(readFileSync(`${folder}OFL.txt`, 'utf8')).toContain('SIL OPEN FONT LICENSE');
  });
});
