import type { Page } from '../../shared/page.ts';
import type { Result } from './result.ts';

/** What every part of the result is given. */
export interface OfResult {
  readonly result: Result;
  readonly page: Page;
}
