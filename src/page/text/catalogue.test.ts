import { describe, expect, it } from 'vitest';
import { fillForm } from '../build/form-html.ts';
import { appText } from './app-text.ts';
import type { AppText, Catalogue, FormText } from './catalogue.ts';
import { englishApp } from './english-app.ts';
import { englishErrors } from './english-errors.ts';
import { englishForm } from './english-form.ts';
import { englishFormParts } from './english-form-parts.ts';
import { englishHtml } from './english-html.ts';
import { englishScopes, type ScopeText } from './english-scopes.ts';
import { formPartsText } from './form-parts-text.ts';
import { formText } from './form-text.ts';

const english: Catalogue = {
  html: englishHtml,
  scopes: englishScopes,
  form: { ...englishForm, ...englishFormParts },
  app: englishApp,
  errors: englishErrors,
};

/** Every text of a part, with the functions called. */
function textsOf(part: object): string[] {
  return Object.values(part).flatMap((value: unknown): string[] => {
    if (typeof value === 'function') return [String((value as (...values: unknown[]) => string)(['a'], 2))];
    return typeof value === 'object' && value !== null ? textsOf(value) : [String(value)];
  });
}

describe('the catalogue of texts', () => {
  it('is English until another language is chosen', () => {
    expect(formText).toBe(formPartsText);
    expect(formText).toEqual(english.form);
    expect(appText).toEqual(english.app);
  });

  it('refuses a language with a missing or an extra key, when it is type-checked', () => {
    const { renew: _, ...missing } = english.form;
    // @ts-expect-error a key is missing
    const first: FormText = missing;
    // @ts-expect-error a key is extra
    const second = { ...englishApp, extra: '' } satisfies AppText;
    expect(first).not.toEqual(second);
  });

  it('has a text of its own for every scope, group and preset that the form shows', () => {
    const upper = (texts: Record<string, string>) =>
      Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.toUpperCase()]));
    const { descriptions, groups, presets, presetHints } = englishScopes;
    const other = {
      descriptions: upper(descriptions),
      groups: upper(groups),
      presets: upper(presets),
      presetHints: upper(presetHints),
    } as ScopeText;
    const html = fillForm(
      '<!-- presets --><!-- groups --><i><!-- preset --></i><i><!-- preset-hint --></i>',
      other,
      'ALL',
    );
    const shown = [...html.matchAll(/>([^<]*[a-z][^<]*)</gi)].map(([, text = '']) => text);
    const texts = shown.filter((text) => !Object.hasOwn(descriptions, text));
    expect(texts).toEqual(texts.map((text) => text.toUpperCase()));
    expect(texts).toHaveLength(19 + 6 + 6 + 2);
  });

  it('has no empty text, and none with blanks around it', () => {
    const texts = Object.values(english).flatMap(textsOf);
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) expect(text).toBe(text.trim() || 'a text');
  });
});
