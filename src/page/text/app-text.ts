import type { AppText } from './catalogue.ts';
import { englishApp } from './english-app.ts';

/** The texts of the lazy part, in the language of the page. */
export const appText: AppText = englishApp;
