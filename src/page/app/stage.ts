import { signal } from '@preact/signals';
import type { ErrorCode } from '../../errors/explanations.ts';
import type { PageContext } from '../shared/page-context.ts';
import { clear } from './parts/alert.tsx';
import { forgetDownloads } from './parts/download.ts';
import { view, type View } from './view.ts';

let visit = 0;

/** A refresh on its way: where the line rotates, its answer brings the only refresh token that lives from then on. */
const refreshing = signal<Promise<unknown> | undefined>(undefined);

/** Puts one view on the stage and the focus on its heading. An alert that stood before goes; raise a new one after. */
export function show(page: PageContext, next: View): void {
  clear();
  page.show(next.kind === 'form' || next.kind === 'dead-end' ? 'form' : 'app');
  view.value = next;
  noteLoss(page, lossOf(next));
  page.window.document.querySelector<HTMLElement>('#heading-app h1')?.focus();
}

/** Takes every secret, code and token off the page and out of memory. An answer that is still on its way is dropped. */
export function wipe(page: PageContext): void {
  visit++;
  refreshing.value = undefined;
  clear();
  forgetDownloads(page);
  // An address that Spotify refuses stays refused, and nothing there is secret.
  if (view.value.kind === 'wrong-address') return;
  view.value = { kind: 'form' };
  page.show('form');
}

/** Wipes and stands at the form again, filled as it was. */
export function startOver(page: PageContext): void {
  wipe(page);
  noteLoss(page, undefined);
  page.window.scrollTo(0, 0);
  const heading = page.window.document.querySelector<HTMLElement>('#heading h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
}

/** Awaits something, and gives undefined if the page was left or wiped meanwhile: a late answer is for nobody. */
export async function stay<Value>(promise: Promise<Value>): Promise<Value | undefined> {
  const before = visit;
  try {
    const value = await promise;
    return before === visit ? value : undefined;
  } catch (error) {
    if (before === visit) throw error;
    return undefined;
  }
}

/** The same for a refresh. As long as it is on its way, leaving asks first. */
export async function stayForRefresh<Value>(promise: Promise<Value>): Promise<Value | undefined> {
  refreshing.value = promise;
  try {
    return await stay(promise);
  } finally {
    if (refreshing.value === promise) refreshing.value = undefined;
  }
}

export const isRefreshing = (): boolean => refreshing.value !== undefined;

export type Loss = Extract<ErrorCode, 'tokens_wiped' | 'code_lost'>;

/** What is lost when the page is left now. */
function lossOf({ kind }: View): Loss | undefined {
  if (kind === 'secret') return 'code_lost';
  return kind === 'result' || kind === 'waiting' ? 'tokens_wiped' : undefined;
}

/**
 * Notes in the history entry (`history.state.lost`) what a reload or a way back will have lost. It is the one place
 * that outlives both, belongs to this tab's entry alone, and holds no more than the name of the loss.
 */
export function noteLoss(page: PageContext, loss: Loss | undefined): void {
  const { history } = page.window;
  const { lost: before, ...rest } = (history.state ?? {}) as Record<string, unknown>;
  if (before !== loss) history.replaceState(loss ? { ...rest, lost: loss } : rest, '');
}

/** What the history entry says was lost. */
export function notedLoss(page: PageContext): Loss | undefined {
  const lost: unknown = (page.window.history.state as Record<string, unknown> | null)?.['lost'];
  return lost === 'tokens_wiped' || lost === 'code_lost' ? lost : undefined;
}
