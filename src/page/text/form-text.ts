import type { FormText } from './catalogue.ts';
import { englishForm } from './english-form.ts';

/** The texts of the first script, in the language of the page. */
export const formText: FormText = englishForm;
