import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { accents } from '../src/page/language/add-accents.ts';
import { launchBrowser } from './support/page/browser.ts';
import { catalogues } from './support/page/language/catalogues.ts';

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

  it('have every letter and quote of the page’s languages, the accents in a cut of their own', async () => {
    const letters = [...new Set(charactersOf(catalogues).match(/[\p{L}\p{N}¿¡«»„“”]/gu))];
    const basic = letters.filter((letter) => !accents.includes(letter));
    const cuts = {
      'old-standard-400.woff2': basic.join(''),
      'old-standard-400-accents.woff2': accents,
    };
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      for (const [name, wanted] of Object.entries(cuts)) {
        const source = readFileSync(folder + name).toString('base64');
        expect(await page.evaluate(lettersOutside, { source, wanted }), name).toBe('');
      }
    } finally {
      await browser.close();
    }
  });

  it('have their licence in the folder', () => {
    expect(readFileSync(`${folder}OFL.txt`, 'utf8')).toContain('SIL OPEN FONT LICENSE');
  });
});

/** All texts of the catalogues. What a function writes is in its source. */
function charactersOf(part: unknown): string {
  if (typeof part === 'object' && part !== null) return Object.values(part).map(charactersOf).join('');
  return String(part);
}

/** The characters that a font does not have: a browser draws them as wide as its next font does. Runs in the browser. */
async function lettersOutside({ source, wanted }: { source: string; wanted: string }): Promise<string> {
  document.fonts.add(await new FontFace('cut', `url(data:font/woff2;base64,${source})`).load());
  const canvas = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  const widthIn = (fonts: string, letter: string) => {
    canvas.font = `100px ${fonts}`;
    return canvas.measureText(letter).width;
  };
  const isOutside = (letter: string) => widthIn('cut, monospace', letter) === widthIn('monospace', letter);
  return [...wanted].filter(isOutside).join('');
}
