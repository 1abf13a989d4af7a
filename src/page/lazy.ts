import { byId } from './shared/dom.ts';
import { formText } from './text/form-text.ts';
import type * as lazyPart from './lazy-entry.ts';

export type LazyPart = typeof lazyPart;

let loaded: LazyPart | undefined;

/** Fetches the late part before it is needed. If it fails to come, whoever needs it will say so. */
export function prefetchLazyPart(): void {
  void import('./lazy-entry.ts').catch(() => {});
}

/** The late part, if it is here already. */
export function lazyPartIfLoaded(): LazyPart | undefined {
  return loaded;
}

/**
 * Loads the late part and gives it to `use`. If it does not come (offline, a blocker), one alert says so in place and
 * tries again when asked; what `use` holds is kept until then.
 */
export async function withLazyPart(use: (late: LazyPart) => unknown): Promise<void> {
  try {
    loaded = await import('./lazy-entry.ts');
  } catch {
    showLoadError(() => withLazyPart(use));
    return;
  }
  clearLoadError();
  await use(loaded);
  delete document.documentElement.dataset['returning'];
}

let missing: HTMLElement | undefined;

/** Takes the alert of a part that did not come off the page: somebody tries again. */
export function clearLoadError(): void {
  missing?.remove();
  missing = undefined;
}

function showLoadError(again: () => Promise<void>): void {
  clearLoadError();
  const alert = document.createElement('div');
  alert.className = 'alert';
  alert.role = 'alert';
  alert.tabIndex = -1;
  const heading = document.createElement('h2');
  heading.textContent = formText.loadFailed;
  const cure = document.createElement('p');
  cure.textContent = formText.loadFailedCure;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = formText.tryAgain;
  button.addEventListener('click', () => {
    clearLoadError();
    void again();
  });
  alert.append(heading, cure, button);
  delete document.documentElement.dataset['returning'];
  missing = alert;
  byId('alert').append(alert);
  alert.focus();
}
