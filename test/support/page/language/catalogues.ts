import type { Catalogue } from '../../../../src/page/text/catalogue.ts';
import { englishApp } from '../../../../src/page/text/english-app.ts';
import { englishErrors } from '../../../../src/page/text/english-errors.ts';
import { englishForm } from '../../../../src/page/text/english-form.ts';
import { englishFormParts } from '../../../../src/page/text/english-form-parts.ts';
import { englishHtml } from '../../../../src/page/text/english-html.ts';
import { englishScopes } from '../../../../src/page/text/english-scopes.ts';
import { germanApp } from '../../../../src/page/text/german/german-app.ts';
import { germanErrors } from '../../../../src/page/text/german/german-errors.ts';
import { germanForm } from '../../../../src/page/text/german/german-form.ts';
import { germanHtml } from '../../../../src/page/text/german/german-html.ts';
import { germanScopes } from '../../../../src/page/text/german/german-scopes.ts';
import { spanishApp } from '../../../../src/page/text/spanish/spanish-app.ts';
import { spanishErrors } from '../../../../src/page/text/spanish/spanish-errors.ts';
import { spanishForm } from '../../../../src/page/text/spanish/spanish-form.ts';
import { spanishHtml } from '../../../../src/page/text/spanish/spanish-html.ts';
import { spanishScopes } from '../../../../src/page/text/spanish/spanish-scopes.ts';

const en: Catalogue = {
  html: englishHtml,
  scopes: englishScopes,
  form: { ...englishForm, ...englishFormParts },
  app: englishApp,
  errors: englishErrors,
};
const de: Catalogue = {
  html: germanHtml,
  scopes: germanScopes,
  form: germanForm,
  app: germanApp,
  errors: germanErrors,
};
const es: Catalogue = {
  html: spanishHtml,
  scopes: spanishScopes,
  form: spanishForm,
  app: spanishApp,
  errors: spanishErrors,
};

/** All that the page says, by language. */
export const catalogues = { en, de, es };
