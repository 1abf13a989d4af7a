import type { Plugin } from 'vite';
import { germanHtml } from '../text/german/german-html.ts';
import { germanScopes } from '../text/german/german-scopes.ts';
import { englishHtml } from '../text/english-html.ts';
import { englishScopes, type ScopeText } from '../text/english-scopes.ts';
import type { Catalogue } from '../text/catalogue.ts';
import type { HtmlText } from '../text/language.ts';
import { spanishHtml } from '../text/spanish/spanish-html.ts';
import { spanishScopes } from '../text/spanish/spanish-scopes.ts';
import { htmlTexts } from './html-texts.ts';
import { htmlValues } from './html-values.ts';
import { fillSlots } from './text-html.ts';

interface LanguageSource {
  /** Its files are `text/NAME/NAME-html.ts` and so on. */
  readonly name: string;
  readonly html: Catalogue['html'];
  readonly scopes: ScopeText;
}

/** The languages of the page other than English, by the tag that is also the value of `lang=`. */
const languages: Readonly<Record<string, LanguageSource>> = {
  de: { name: 'german', html: germanHtml, scopes: germanScopes },
  es: { name: 'spanish', html: spanishHtml, scopes: spanishScopes },
};

const prefix = 'virtual:refrain-language/';

/** Makes a chunk of each language, which head.js loads: see `languagePaths`. */
export function languagesPlugin(): Plugin {
  return {
    name: 'refrain-languages',
    buildStart() {
      for (const tag of Object.keys(languages)) {
        this.emitFile({ type: 'chunk', id: prefix + tag, name: tag, preserveSignature: 'strict' });
      }
    },
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      const tag = id.slice(prefix.length + 1);
      const source = id.startsWith(`\0${prefix}`) ? languages[tag] : undefined;
      return source && languageModule(tag, source);
    },
  };
}

/** The source of a `Language`. */
function languageModule(tag: string, { name, html, scopes }: LanguageSource): string {
  return [
    `export const tag = ${JSON.stringify(tag)};`,
    `export const direction = 'ltr';`,
    // With a query it is a module of its own, so that each language stays one file.
    `import { addAccents } from '/language/add-accents.ts?${tag}';`,
    `addAccents(document.fonts);`,
    `export { translatePage } from '/language/translate-page.ts?${tag}';`,
    `export const html = ${JSON.stringify(pageTexts(html, scopes))};`,
    ...['form', 'app', 'errors'].map(
      (part) =>
        `export { ${name}${part[0]?.toUpperCase()}${part.slice(1)} as ${part} } from '/text/${name}/${name}-${part}.ts';`,
    ),
  ].join('\n');
}

/** The texts of the built page in another language, for `translatePage`. */
export function pageTexts(html: Catalogue['html'], scopes: ScopeText): Readonly<Record<string, HtmlText>> {
  const fill = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, fillSlots(text, htmlValues)]));
  return htmlTexts(fill({ ...englishHtml, ...scopeTexts(englishScopes) }), fill({ ...html, ...scopeTexts(scopes) }));
}

function scopeTexts(scopes: ScopeText): Record<string, string> {
  const parts = Object.entries(scopes).flatMap(([part, texts]) =>
    Object.entries(texts as Readonly<Record<string, string>>).map(([name, text]): [string, string] => [
      `${part}.${name}`,
      text,
    ]),
  );
  return Object.fromEntries(parts);
}

/** The paths of the languages, by their tags, as pairs for a `Map`. @param chunks the built chunks */
export function languagePaths(
  chunks: readonly { readonly facadeModuleId?: string | null; readonly fileName: string }[],
): readonly (readonly [tag: string, path: string])[] {
  return Object.keys(languages).map((tag) => {
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId === `\0${prefix}${tag}`);
    if (!chunk) throw new Error(`The build has made no chunk of the language ${tag}`);
    return [tag, `./${chunk.fileName}`];
  });
}
