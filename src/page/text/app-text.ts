import type { AppText } from './catalogue.ts';
import { englishApp } from './english-app.ts';
import { currentLanguage } from './language.ts';

/** The texts of the lazy part, in the language of the page. It is loaded after the language. */
export const appText: AppText = currentLanguage()?.app ?? englishApp;
