import { describe, expect, it } from 'vitest';
import { appText } from './app-text.ts';
import type { AppText, Catalogue, FormText } from './catalogue.ts';
import { englishApp } from './english-app.ts';
import { englishForm } from './english-form.ts';
import { englishHtml } from './english-html.ts';
import { formText } from './form-text.ts';

const english: Catalogue = { html: englishHtml, form: englishForm, app: englishApp };

/** Every text of a part, with the functions called. */
function textsOf(part: object): string[] {
  return Object.values(part).flatMap((value: unknown): string[] => {
    if (typeof value === 'function') return [String((value as (...values: unknown[]) => string)(['a'], 2))];
    return typeof value === 'object' && value !== null ? textsOf(value) : [String(value)];
  });
}

describe('the catalogue of texts', () => {
  it('is English until another language is chosen', () => {
    expect(formText).toBe(english.form);
    expect(appText).toBe(english.app);
  });

  it('refuses a language with a missing or an extra key, when it is type-checked', () => {
    const { copy: _, ...missing } = englishForm;
    // @ts-expect-error a key is missing
    const first: FormText = missing;
    // @ts-expect-error a key is extra
    const second = { ...englishApp, extra: '' } satisfies AppText;
    expect(first).not.toEqual(second);
  });

  it('has no empty text, and none with blanks around it', () => {
    const texts = Object.values(english).flatMap(textsOf);
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) expect(text).toBe(text.trim() || 'a text');
  });
});
