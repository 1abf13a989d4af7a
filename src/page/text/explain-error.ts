import { explainWith, type ErrorToExplain, type Explanation } from '../../errors/explanation.ts';
import { authorizeProse } from '../../errors/prose/authorize-prose.ts';
import { callbackProse } from '../../errors/prose/callback-prose.ts';
import { pageProse } from '../../errors/prose/page-prose.ts';
import { tokenProse } from '../../errors/prose/token-prose.ts';
import { webApiProse } from '../../errors/prose/web-api-prose.ts';

/** The errors that the page can meet. Those of the keeper and the command would be bytes that it never shows. */
const explanations = { ...callbackProse, ...authorizeProse, ...tokenProse, ...webApiProse, ...pageProse };

/** Title, reason and cure of an error, in the language of the page. */
export function explainError(error: ErrorToExplain): Explanation {
  return explainWith(explanations, error);
}
