import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastOf, toColour, type Colour } from './colour.ts';
import { palettesOf } from './palette.ts';

const colour = fc.integer({ min: 0, max: 0xff_ff_ff }).map((number) => number.toString(16).padStart(6, '0'));

describe('palettesOf', () => {
  it('keeps every text readable on its ground, whatever colours are asked for', () => {
    const colours = fc.record({ background: colour, text: colour, accent: colour }, { requiredKeys: [] });
    fc.assert(
      fc.property(colours, (look) => {
        for (const palette of palettesOf(look)) {
          const { ground, text, soft, accent, logo } = palette!;
          for (const ink of [text, soft, accent]) expect(contrastOf(ink, ground)).toBeGreaterThanOrEqual(4.5);
          expect(['#000000', '#ffffff']).toContain(logo);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('takes colours that can be read as they are', () => {
    expect(palettesOf({ background: '25142c', text: '#F4E9DB', accent: 'ff9a66' })).toMatchObject([
      { ground: '#25142c', text: '#f4e9db', accent: '#ff9a66', logo: '#ffffff' },
    ]);
  });

  it('adapts an accent to the light and the dark theme apart', () => {
    const [light, dark] = palettesOf({ accent: 'f5c542' });
    expect(light!.accent).not.toBe('#f5c542');
    expect(dark!.accent).toBe('#f5c542');
    expect(palettesOf({ theme: 'dark' })).toEqual([palettesOf({})[1]]);
  });
});

describe('toColour', () => {
  it.each(['', 'red', '#fff', '#12345g', '1234567', 'ffffff"'])('refuses %j', (text) => {
    expect(toColour(text)).toBeUndefined();
  });
});

describe('contrastOf', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#336699', '#336699', 1],
  ])('%s on %s is %d', (one, other, contrast) => {
    expect(contrastOf(one as Colour, other as Colour)).toBeCloseTo(contrast, 2);
  });
});
