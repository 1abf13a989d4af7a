import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { bundleSource } from '../../../../scripts/bundle-source.mjs';
import { pageTexts } from '../../../../src/page/build/languages.ts';
import { englishHtml } from '../../../../src/page/text/english-html.ts';
import { englishScopes } from '../../../../src/page/text/english-scopes.ts';
import { pseudoTexts } from './pseudo-text.ts';

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const text = '../../../../src/page/text/';

/** The pseudo-language as one module. Its tag is that of Unicode's pseudo-locale from right to left. */
async function pseudoLanguage(): Promise<string> {
  const source = `
    import { pseudoTexts } from ${JSON.stringify(pathOf('./pseudo-text.ts'))};
    import { englishForm } from ${JSON.stringify(pathOf(`${text}english-form.ts`))};
    import { englishFormParts } from ${JSON.stringify(pathOf(`${text}english-form-parts.ts`))};
    import { englishApp } from ${JSON.stringify(pathOf(`${text}english-app.ts`))};
    import { englishErrors } from ${JSON.stringify(pathOf(`${text}english-errors.ts`))};
    export { translatePage } from ${JSON.stringify(pathOf('../../../../src/page/language/translate-page.ts'))};
    export const tag = 'ar-XB';
    export const direction = 'rtl';
    export const html = ${JSON.stringify(pageTexts(pseudoTexts(englishHtml), pseudoTexts(englishScopes)))};
    export const [form, app, errors] = [{ ...englishForm, ...englishFormParts }, englishApp, englishErrors].map(pseudoTexts);`;
  return bundleSource(source, { format: 'es', minify: false });
}

let built: Promise<string> | undefined;

/** Lets `?lang=de` of a page answer in the pseudo-language: it is not part of the built page. */
export async function routePseudoLanguage(page: Page): Promise<void> {
  built ??= pseudoLanguage();
  const body = await built;
  await page.route('**/assets/de-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body }));
}
