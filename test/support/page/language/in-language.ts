import type { Page } from 'playwright-core';
import type { Catalogue } from '../../../../src/page/text/catalogue.ts';
import { parseInline } from '../../../../src/page/text/inline.ts';
import { catalogues } from './catalogues.ts';

/** Adds what each English text is in the language. The same English text may have several translations. */
function addTexts(from: object, to: object | undefined, texts: Map<string, Set<string>>): void {
  for (const [key, source] of Object.entries(from)) {
    const text = (to as Record<string, unknown> | undefined)?.[key];
    if (typeof source === 'string' && typeof text === 'string') {
      const bold = [boldIn(source), boldIn(text)];
      for (const [one = '', other = ''] of [[source, text], bold]) {
        texts.set(one, (texts.get(one) ?? new Set([one])).add(other));
      }
    } else if (typeof source === 'object' && source !== null) {
      addTexts(source as object, text as object | undefined, texts);
    }
  }
}

const { en } = catalogues;

const boldIn = (text: string) => parseInline(text).find(({ kind }) => kind === 'bold')?.text;

const escapeForPattern = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/**
 * A page in any language, whose controls and texts are found by their English names. So the steps to each state
 * of the page are written once.
 */
export function inLanguage(page: Page, translated: Catalogue): Page {
  const texts = new Map<string, Set<string>>();
  addTexts(en, translated, texts);
  const { practice, practiceRest } = translated.html;
  texts.set(`${en.html.practice} ${en.html.practiceRest}`, new Set([`${practice} ${practiceRest}`]));
  const pattern = (name: string, isExact: boolean) => {
    const all = [...(texts.get(name) ?? [name])].map(escapeForPattern).join('|');
    return isExact ? new RegExp(`^\\s*(${all})\\s*$`) : new RegExp(all, 'i');
  };
  const wrap = <Target extends object>(target: Target): Target =>
    new Proxy(target, {
      get(_, key) {
        const member = Reflect.get(target, key, target) as unknown;
        if (typeof member !== 'function') return member;
        return (...values: unknown[]) => {
          const result = (member as (...all: unknown[]) => unknown).apply(target, translateCall(String(key), values));
          return typeof result === 'object' && result !== null && 'getByRole' in result ? wrap(result) : result;
        };
      },
    });
  const translateCall = (method: string, values: unknown[]): unknown[] => {
    const [first, options] = values as [unknown, { name?: unknown; exact?: boolean; hasText?: unknown } | undefined];
    if (method === 'getByRole' && typeof options?.name === 'string') {
      const { exact, name, ...rest } = options;
      return [first, { ...rest, name: pattern(name as string, exact === true) }];
    }
    if (/^getBy(Text|Label)$/.test(method) && typeof first === 'string') {
      return [pattern(first, options?.exact === true)];
    }
    const hasText = (first as { hasText?: unknown } | undefined)?.hasText;
    if (method === 'filter' && typeof hasText === 'string') {
      return [{ ...(first as object), hasText: pattern(hasText, false) }];
    }
    return values;
  };
  return wrap(page);
}
