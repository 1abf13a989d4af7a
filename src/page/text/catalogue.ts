import type { Explanation } from '../../errors/explanation.ts';
import type { englishApp } from './english-app.ts';
import type { englishErrors } from './english-errors.ts';
import type { englishForm } from './english-form.ts';
import type { englishFormParts } from './english-form-parts.ts';
import type { englishHtml } from './english-html.ts';
import type { ScopeText } from './english-scopes.ts';

/** What the first script says, in any language. */
export type FormText = typeof englishForm & typeof englishFormParts;

/** What the lazy part says, in any language. */
export type AppText = typeof englishApp;

/** Title, reason and cure of each error that the page can meet, in any language. */
export type ErrorText = Readonly<Record<keyof typeof englishErrors, Explanation>>;

/**
 * Everything the page says, except for the programs in its snippets, and dates. English is the source: its keys are the
 * keys of every language, and a missing or an extra key fails to type-check.
 */
export interface Catalogue {
  readonly html: typeof englishHtml;
  readonly scopes: ScopeText;
  readonly form: FormText;
  readonly app: AppText;
  readonly errors: ErrorText;
}
