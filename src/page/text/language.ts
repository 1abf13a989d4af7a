import type { AppText, ErrorText, FormText } from './catalogue.ts';
import { formText } from './form-text.ts';

/** A text of the HTML in another language. A piece with markup reuses an element of the English text, by its position. */
export type HtmlText = string | readonly (string | readonly [element: number, text: string])[];

/** A language other than English, as the build makes it from a catalogue: see `build/languages.ts`. */
export interface Language {
  /** A BCP 47 tag. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** Writes the page in this language. It is part of the language, so that the English page does not load it. */
  translatePage(page: Document, language: Pick<Language, 'tag' | 'direction' | 'html'>): void;
  /** The texts of index.html, by the English text as the browser shows it. */
  readonly html: Readonly<Record<string, HtmlText>>;
  readonly form: FormText;
  readonly app: AppText;
  readonly errors: ErrorText;
}

let language: Language | undefined;
let locale = 'en-GB';

/** The language of the page; undefined for English. */
export const currentLanguage = (): Language | undefined => language;

/** The locale of dates and numbers, a BCP 47 tag. */
export const currentLocale = (): string => locale;

/**
 * Sets the language and the locale. Call it before the lazy part is loaded, whose modules read their texts once. The
 * first script reads `formText` when it uses a text.
 * @param preferred the user's locales in order of preference. The first in this language decides about dates and the clock.
 */
export function setLanguage(wanted: Language | undefined, preferred: readonly string[]): void {
  language = wanted;
  const tag = wanted?.tag ?? 'en';
  locale = preferred.find((name) => name.split('-')[0] === tag) ?? (tag === 'en' ? locale : tag);
  Object.assign(formText, wanted?.form);
}
