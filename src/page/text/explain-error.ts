import { explainWith, type ErrorToExplain, type Explanation } from '../../errors/explanation.ts';
import type { ErrorText } from './catalogue.ts';
import { englishErrors } from './english-errors.ts';
import { currentLanguage } from './language.ts';

const explanations: ErrorText = currentLanguage()?.errors ?? englishErrors;

/** Title, reason and cure of an error, in the language of the page. */
export function explainError(error: ErrorToExplain): Explanation {
  return explainWith(explanations, error);
}
