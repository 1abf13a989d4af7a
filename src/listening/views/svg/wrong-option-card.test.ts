import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { boxesOf, sizeOf, textsOf } from '../../../../test/support/listening/read-svg.ts';
import { cleanText } from '../text/clean-text.ts';
import { drawWrongOptions } from './wrong-option-card.ts';

const theme = { given: 'theme=drak', allowed: 'theme is auto, light or dark.' };

describe('drawWrongOptions', () => {
  it('shows the option as it was given, and what is allowed', () => {
    expect(textsOf(drawWrongOptions([theme]))).toEqual(['Option not understood', theme.given, theme.allowed]);
  });

  it('shows three, and how many more there are', () => {
    const texts = textsOf(drawWrongOptions([theme, theme, theme, theme, theme]));
    expect(texts[0]).toBe('Options not understood');
    expect(texts.filter((text) => text === theme.given)).toHaveLength(3);
    expect(texts.at(-1)).toBe('and 2 more');
  });

  it('is well-formed and keeps everything inside, whatever was given', () => {
    const given = cleanText(`width=<script>\u0000\ud800]]>${'9'.repeat(5000)}`);
    const allowed = 'Known options: layout, theme, width, limit, artwork, background.';
    const svg = drawWrongOptions([{ given, allowed }]);
    void new Resvg(svg, { font: { loadSystemFonts: false } });
    const { width, height } = sizeOf(svg);
    for (const box of boxesOf(svg)) {
      expect(box.x + box.width).toBeLessThanOrEqual(width - 16);
      expect(box.y + box.height).toBeLessThanOrEqual(height - 12);
    }
  });

  it('does not claim to be from Spotify', () => {
    expect(drawWrongOptions([theme])).not.toContain('rf-logo"');
  });
});
