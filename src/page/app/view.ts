import { signal } from '@preact/signals';
import type { VerifiedCallback } from './callback/verified-callback.ts';
import type { Result } from './result/result.ts';

/** What the page shows beside or instead of its form. All of it lives in memory only. */
export type View =
  | { readonly kind: 'form' }
  | { readonly kind: 'dead-end' }
  | { readonly kind: 'waiting'; readonly practice: boolean }
  | { readonly kind: 'secret'; readonly verified: VerifiedCallback }
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'check'; readonly practice: boolean }
  | { readonly kind: 'wrong-address'; readonly words: { heading: string; promise: string; title: string } };

/** Whether a view belongs to practice; the form says so itself. */
export function isPractice(now: View): boolean {
  switch (now.kind) {
    case 'secret':
      return now.verified.pending.mode === 'practice';
    case 'result':
      return now.result.mode === 'practice';
    case 'waiting':
    case 'check':
      return now.practice;
    default:
      return false;
  }
}

/** The one view that stands now. */
export const view = signal<View>({ kind: 'form' });
