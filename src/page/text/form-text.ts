import type { FormText } from './catalogue.ts';
import { englishForm } from './english-form.ts';

/**
 * The texts of the first script, in the language of the page. `setLanguage` replaces them before the page starts, so read
 * a text when it is used, never at the top of a module. Those of `english-form-parts.ts` are missing until that part loads.
 */
export const formText = { ...englishForm } as FormText;
