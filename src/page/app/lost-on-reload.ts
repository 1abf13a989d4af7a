import type { ErrorCode } from '../../errors/error-table.ts';
import type { PageContext } from '../shared/page-context.ts';
import type { View } from './view.ts';

export type Loss = Extract<ErrorCode, 'tokens_wiped' | 'code_lost'>;

/** What is lost in this view if the user reloads the page, or leaves it and comes back. */
export function lossOf({ kind }: View): Loss | undefined {
  if (kind === 'secret' || kind === 'waiting') return 'code_lost';
  return kind === 'result' ? 'tokens_wiped' : undefined;
}

/**
 * Saves the loss in the history entry (`history.state.lost`), so that the page can explain it after a reload. Only the
 * name of the loss is saved, and only this tab can read it. head.js saves it too, when a callback arrives.
 */
export function saveLoss(page: PageContext, loss: Loss | undefined): void {
  const { history } = page.window;
  const { lost: before, ...rest } = (history.state ?? {}) as Record<string, unknown>;
  if (before !== loss) history.replaceState(loss ? { ...rest, lost: loss } : rest, '');
}

/** Reads the loss that is saved in the history entry. */
export function readSavedLoss(page: PageContext): Loss | undefined {
  const lost: unknown = (page.window.history.state as Record<string, unknown> | null)?.['lost'];
  return lost === 'tokens_wiped' || lost === 'code_lost' ? lost : undefined;
}
