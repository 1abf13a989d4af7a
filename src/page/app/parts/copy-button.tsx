import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { PageContext } from '../../shared/page-context.ts';

interface Properties {
  readonly page: PageContext;
  /** The accessible name; it stays the same whatever happens. */
  readonly name: string;
  /** What is copied, as the beginning of a sentence: `The refresh token`. */
  readonly what: string;
  readonly text: () => string;
  readonly class?: string;
  /** Marks the text on the page, for when the browser lets nobody write to the clipboard. */
  readonly select?: () => void;
  /** What to do where the browser forbids it and nothing can be marked. Default: to select it by hand. */
  readonly instead?: string;
  readonly onCopied?: () => void;
  readonly children: ComponentChildren;
}

/** Copies, then says so: a tick on the button, and words in the page's status region. */
export function CopyButton({ page, name, what, text, select, instead, onCopied, children, ...more }: Properties) {
  const byHand = select
    ? `${what} is selected: press Ctrl C, or ⌘ C on a Mac.`
    : (instead ?? 'Select it and copy it by hand.');
  const end = useSignal<'copied' | 'failed' | undefined>(undefined);
  const copy = async () => {
    end.value = undefined;
    try {
      await page.window.navigator.clipboard.writeText(text());
      end.value = 'copied';
      page.announce(`${what} is on the clipboard.`);
      onCopied?.();
      page.window.setTimeout(() => (end.value = undefined), 2000);
    } catch {
      end.value = 'failed';
      select?.();
      page.announce(`The browser does not let this page copy. ${byHand}`);
    }
  };
  return (
    <>
      <button
        type="button"
        class={`${more.class ?? ''}${end.value === 'copied' ? ' copied' : ''}`}
        aria-label={name}
        onClick={() => void copy()}
      >
        {children}
      </button>
      {end.value === 'failed' && <span class="hint">Not copied: the browser forbids it. {byHand}</span>}
    </>
  );
}
