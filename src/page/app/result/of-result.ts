import type { PageContext } from '../../shared/page-context.ts';
import type { Result } from './result.ts';

/** What every part of the result is given. */
export interface OfResult {
  readonly result: Result;
  readonly page: PageContext;
}
