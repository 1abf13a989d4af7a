import { effect } from '@preact/signals';
import { RefrainError } from '../../spotify/refrain-error.ts';
import type { Page } from '../page.ts';
import { raise } from './alert.tsx';
import { noteLoss, notedLoss, wipe } from './stage.ts';
import { view } from './view.ts';

/** From now on, leaving wipes the page, coming back says so, and a token that nobody has copied asks first. */
export function watchLeaving(page: Page): void {
  const { window } = page;
  window.addEventListener('pagehide', () => wipe(page));
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) explainLoss(page);
  });
  const ask = (event: BeforeUnloadEvent) => {
    event.preventDefault();
    // Browsers before 2023 look at this alone.
    event.returnValue = true;
  };
  effect(() => {
    if (hasUncopiedToken()) window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
  });
}

/** Whether the page holds a token that will be lost. */
export function hasUncopiedToken(): boolean {
  const now = view.value;
  return now.kind === 'result' && !now.result.copied.value;
}

/** Says once what a reload, or leaving and coming back, has cost; silent if nothing. */
export function explainLoss(page: Page): void {
  const loss = notedLoss(page);
  if (!loss) return;
  noteLoss(page, undefined);
  raise(page, new RefrainError(loss));
}
