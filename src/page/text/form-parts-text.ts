import type { FormText } from './catalogue.ts';
import { englishFormParts } from './english-form-parts.ts';
import { formText } from './form-text.ts';
import { currentLanguage } from './language.ts';

/** `formText` with the texts that come with `form/form-parts.ts`. Those of another language have come with the others. */
export const formPartsText: FormText = Object.assign(formText, englishFormParts, currentLanguage()?.form);
