import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileName } from '../../../../test/support/listening/hostile-names.ts';
import { cleanText, graphemesOf } from './clean-text.ts';
import { fitNames, fitText, wrapText } from './fit-text.ts';
import { measureText } from './measure-text.ts';

const font = { size: 14, bold: true };

describe('fitText', () => {
  it('keeps a text that fits, and cuts another before an ellipsis', () => {
    expect(fitText('Upper Deck', 200, font)).toBe('Upper Deck');
    expect(fitText('Everything I Meant, to Tell You', 160, font)).toBe('Everything I Meant…');
    for (let width = 60; width < 140; width++) {
      expect(fitText('Upper Deck (Wide Mix)', width, font)).not.toContain('(…');
    }
  });

  it('keeps a title with many spaces and signs that fits the rows of a card', () => {
    for (const title of [
      '(I Can’t Get No) Satisfaction - Mono Version',
      '99 Ways to Say No (2011 - 2019, Vol. 1 & 2)',
    ]) {
      expect(fitText(title, 316, font)).toBe(title);
    }
  });

  it('never splits a grapheme, and never gets wider than asked', () => {
    fc.assert(
      fc.property(hostileName, fc.integer({ min: 20, max: 400 }), (name, width) => {
        const text = cleanText(name);
        const fitted = fitText(text, width, font);
        expect(measureText(fitted, font)).toBeLessThanOrEqual(width);
        if (fitted === text) return;
        const kept = [...graphemesOf(fitted.slice(0, -1))];
        expect([...graphemesOf(text)].slice(0, kept.length)).toEqual(kept);
      }),
      { numRuns: 500 },
    );
  });
});

describe('fitNames', () => {
  const names = ['Kwame Adjei', 'Tola', 'Rosa Delmar'];

  it('shows whole names, and how many more there are', () => {
    expect(fitNames(names, 400, font)).toBe('Kwame Adjei, Tola, Rosa Delmar');
    expect(fitNames(names, 160, font)).toBe('Kwame Adjei, Tola +1');
    expect(fitNames([], 160, font)).toBe('');
  });

  it('cuts the first name if it does not fit, and still counts the others', () => {
    expect(fitNames(names, 80, font)).toMatch(/^Kwa\w*… \+2$/);
  });
});

describe('wrapText', () => {
  it('fills two lines evenly, between words', () => {
    expect(wrapText('88. Why refrains stay with us', 200, font)).toEqual(['88. Why refrains', 'stay with us']);
  });

  it('begins no line with punctuation', () => {
    const [, second] = wrapText('始発まで歩いて帰った夜、のことを君に話したかったのに', 220, font);
    expect(second).not.toMatch(/^\p{P}/u);
  });

  it.each([
    ['See You Again (feat. Charlie Puth)', 'See You Again', '(feat. Charlie Puth)'],
    ['שיר על הים (רמיקס) 2026', 'שיר על הים', '(רמיקס) 2026'],
    ['Wavelength - Club Mixes', 'Wavelength -', 'Club Mixes'],
    ['Harbour "Heroes" Fields', 'Harbour', '"Heroes" Fields'],
    ['Upper Deck, Tola & Rosa', 'Upper Deck,', 'Tola & Rosa'],
    ['Moneymoney $100000 Bar', 'Moneymoney', '$100000 Bar'],
    ['Highway to Hell by AC/DC (Live at Donington)', 'Highway to Hell by AC/DC', '(Live at Donington)'],
    ['Midnight R&B Midnights', 'Midnight R&B', 'Midnights'],
    ['Midnight A$AP Midnight', 'Midnight', 'A$AP Midnight'],
    ['Midnight P!nk Midnight', 'Midnight', 'P!nk Midnight'],
    ['始発まで歩いて「帰った夜」のこと', '始発まで歩いて', '「帰った夜」のこと'],
  ])('keeps signs beside what they belong to: %s', (text, ...lines) => {
    expect(wrapText(text, Math.max(...lines.map((line) => measureText(line, font))) + 2, font)).toEqual(lines);
  });

  it.each([
    ['Mr. Blue Sky - Remastered 2012 Edition', 'Remastered 2012 Edition'],
    ['I Am Misunderstanding', 'Misunderstanding'],
  ])('breaks no word if two lines have room for all of “%s”, however short the first is', (title, second) => {
    for (let width = measureText(second, font) + 1; width < measureText(title, font); width++) {
      const lines = wrapText(title, width, font);
      expect(lines.join(' ')).toBe(title);
    }
  });

  it('breaks a word that is longer than a line', () => {
    const [first, second] = wrapText('W'.repeat(40), 100, font);
    expect(first).toMatch(/^W+$/);
    expect(second).toMatch(/^W+…$/);
  });
});
