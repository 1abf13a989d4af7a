import { describe, expect, it } from 'vitest';
import { catalogues } from '../../../test/support/page/language/catalogues.ts';
import { parseInline } from './inline.ts';

/** Texts that may be the same as in English: names, and words that developers use in English. */
const same: Readonly<Record<string, readonly string[]>> = {
  German: ['Scopes', 'Playlists', 'Player', 'Apps', 'Link', '(optional)', 'q1,q2. Refrain'],
  Spanish: [
    'Redirect URI',
    'Client ID',
    'Client secret',
    'Refresh token',
    'Access token',
    'Scopes',
    '{chosen} scopes',
    'q1,q2 scopes',
    'endpoints',
    'Playlists',
    'Apps',
    'q1,q2. Refrain',
    'Error: q1,q2. Refrain',
    'Error: q1,q2',
  ],
};

const values = [['q1', 'q2'], 71, 72, 73, 74] as const;
const marks = ['q1', '71', '72', '73', '74'];

/** Every text with its path. Functions are called with values that can be found again in what they return. */
function textsOf(part: unknown, path = ''): [path: string, text: string][] {
  if (typeof part === 'string') return [[path, part]];
  if (typeof part === 'function') return [[path, String((part as (...all: unknown[]) => unknown)(...values))]];
  return Object.entries(part as object).flatMap(([key, inner]) => textsOf(inner, path ? `${path}.${key}` : key));
}

/** What a text must keep in another language: its links, code, slots, number of bold pieces, and values. */
const frameOf = (text: string) => ({
  links: parseInline(text).flatMap((piece) => (piece.kind === 'link' ? [piece.link] : [])),
  code: parseInline(text)
    .flatMap((piece) => (piece.kind === 'code' ? [piece.text] : []))
    .toSorted(),
  bold: parseInline(text).filter(({ kind }) => kind === 'bold').length,
  slots: (text.match(/\{\w+\}/g) ?? []).toSorted(),
  values: marks.filter((mark) => text.includes(mark)),
});

describe.each([
  ['German', catalogues.de],
  ['Spanish', catalogues.es],
])('%s', (name, language) => {
  const texts = textsOf(language);
  const sources = new Map(textsOf(catalogues.en));

  it('has no text that is still English, but for names and the words of developers', () => {
    const untranslated = texts.filter(([path, text]) => sources.get(path) === text && !same[name]?.includes(text));
    expect(untranslated).toEqual([]);
  });

  it('keeps links, code, slots and values of each text', () => {
    expect(texts.map(([path, text]) => [path, frameOf(text)])).toEqual(
      texts.map(([path]) => [path, frameOf(sources.get(path) ?? '')]),
    );
  });

  it('has no empty text, none with blanks around it, and no straight quotes', () => {
    for (const [path, text] of texts) {
      expect(text, path).toBe(text.trim() || 'a text');
      expect(text, path).not.toMatch(/["']/);
    }
  });
});
