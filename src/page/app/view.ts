import type { PendingSignIn } from '../shared/page-context.ts';
import { signal } from './signal.ts';
import type { VerifiedCallback } from './callback/verified-callback.ts';
import type { Result } from './result/result.ts';

/** The heading of a view, the line below it, and the document title. */
export interface ViewText {
  readonly heading: string;
  readonly subtitle?: string;
  readonly title: string;
}

/** What the page shows next to or instead of its form. It is in memory only. */
export type View =
  | { readonly kind: 'form' }
  | { readonly kind: 'dead-end' }
  | { readonly kind: 'consent'; readonly address: URL; readonly pending: PendingSignIn }
  | { readonly kind: 'waiting'; readonly practice: boolean }
  | { readonly kind: 'secret'; readonly verified: VerifiedCallback }
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'check'; readonly practice: boolean }
  | { readonly kind: 'wrong-address'; readonly text: ViewText };

/** Whether a view belongs to practice. False for the form, which shows that itself. */
export function isPractice(shown: View): boolean {
  switch (shown.kind) {
    case 'secret':
      return shown.verified.pending.mode === 'practice';
    case 'result':
      return shown.result.mode === 'practice';
    case 'consent':
      return true;
    case 'waiting':
    case 'check':
      return shown.practice;
    default:
      return false;
  }
}

/** The current view. */
export const view = signal<View>({ kind: 'form' });
