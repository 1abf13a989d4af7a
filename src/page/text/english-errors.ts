import { authorizeProse } from '../../errors/prose/authorize-prose.ts';
import { callbackProse } from '../../errors/prose/callback-prose.ts';
import { pageProse } from '../../errors/prose/page-prose.ts';
import { tokenProse } from '../../errors/prose/token-prose.ts';
import { webApiProse } from '../../errors/prose/web-api-prose.ts';

/**
 * Title, reason and cure of the errors that the page can meet. In English, the command shows the same texts, so they come
 * from `src/errors`. Those of the keeper and the command would be bytes that the page never shows.
 */
export const englishErrors = { ...callbackProse, ...authorizeProse, ...tokenProse, ...webApiProse, ...pageProse };
