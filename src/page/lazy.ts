import { byId } from './shared/dom.ts';
import type * as latePart from './lazy-entry.ts';

export type LazyPart = typeof latePart;

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
  heading.textContent = 'Error: a part of this page did not come';
  const list = document.createElement('dl');
  for (const [term, words] of [
    ['What happened', 'The page’s second script, which goes on from here, could not be loaded.'],
    ['Why', 'The connection is gone, or something between you and this page’s host blocks it.'],
    ['What to do', 'Check the connection, then try again. Nothing is lost. If it stays so, reload the page.'],
  ] as const) {
    const dt = document.createElement('dt');
    const dd = document.createElement('dd');
    dt.textContent = term;
    dd.textContent = words;
    list.append(dt, dd);
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Try again';
  button.addEventListener('click', () => {
    clearLoadError();
    void again();
  });
  alert.append(heading, list, button);
  delete document.documentElement.dataset['returning'];
  missing = alert;
  byId('alert').append(alert);
  alert.focus();
}
