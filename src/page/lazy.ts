import type * as lazyPart from './lazy-entry.ts';
import { byId } from './shared/dom.ts';
import { formText } from './text/form-text.ts';

export type LazyPart = typeof lazyPart;

let loaded: LazyPart | undefined;
let loadError: HTMLElement | undefined;

/** Loads the lazy part before it is needed. Ignores a failure: `withLazyPart` reports it. */
export function prefetchLazyPart(): void {
  void loadLazyPart().catch(() => {});
}

/** The lazy part, if it is loaded. */
export function lazyPartIfLoaded(): LazyPart | undefined {
  return loaded;
}

/** Loads the lazy part. The loader of the build asks for another address after a failure: see build/lazy-loader.ts. */
export async function loadLazyPart(): Promise<LazyPart> {
  return (loaded = await import('./lazy-entry.ts'));
}

/**
 * Loads the lazy part and calls `use` with it. If it fails to load (offline, a blocker), an alert says so and offers to
 * try again. `use` waits until then.
 */
export function withLazyPart(use: (part: LazyPart) => unknown): Promise<void> {
  return withParts(loadLazyPart, use);
}

/** Like `withLazyPart`, for any parts. */
export async function withParts<Parts>(load: () => Promise<Parts>, use: (parts: Parts) => unknown): Promise<void> {
  let parts: Parts;
  try {
    parts = await load();
  } catch {
    showLoadError(() => withParts(load, use));
    return;
  }
  clearLoadError();
  await use(parts);
  delete document.documentElement.dataset['returning'];
}

/** Removes the alert about a lazy part that failed to load. */
export function clearLoadError(): void {
  loadError?.remove();
  loadError = undefined;
}

function showLoadError(load: () => Promise<void>): void {
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
  button.textContent = formText.loadAgain;
  button.addEventListener('click', () => {
    clearLoadError();
    void load();
  });
  alert.append(heading, cure, button);
  delete document.documentElement.dataset['returning'];
  loadError = alert;
  byId('alert').append(alert);
  alert.focus();
}
