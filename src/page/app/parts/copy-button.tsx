import { useSignal } from '../signal.ts';
import type { ComponentChildren } from 'preact';
import type { PageContext } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';

interface Properties {
  readonly page: PageContext;
  /** The accessible name. It never changes. */
  readonly name: string;
  /** Announced when the text is copied. */
  readonly copied: string;
  readonly text: () => string;
  readonly class?: string;
  /** Selects the text on the page, if the browser refuses to copy. */
  readonly select?: () => void;
  /** What to do if the browser refuses to copy and there is nothing to select. */
  readonly instead?: string;
  readonly onCopied?: () => void;
  readonly children: ComponentChildren;
}

/** Copies a text, shows a tick on the button, and announces it in the status region. */
export function CopyButton({ page, name, copied, text, select, instead, onCopied, children, ...more }: Properties) {
  const { refused, selected, byHand } = appText.copy;
  const refusal = `${refused} ${select ? selected : (instead ?? byHand)}`;
  const outcome = useSignal<'copied' | 'refused' | undefined>(undefined);
  const copy = async () => {
    outcome.value = undefined;
    try {
      await page.window.navigator.clipboard.writeText(text());
      outcome.value = 'copied';
      page.announce(copied);
      onCopied?.();
      page.window.setTimeout(() => (outcome.value = undefined), 2000);
    } catch {
      outcome.value = 'refused';
      select?.();
      page.announce(refusal);
    }
  };
  return (
    <>
      <button
        type="button"
        class={`${more.class ?? ''}${outcome.value === 'copied' ? ' copied' : ''}`}
        aria-label={name}
        onClick={() => void copy()}
      >
        {children}
      </button>
      {outcome.value === 'refused' && <span class="hint">{refusal}</span>}
    </>
  );
}
