import { useSignal } from '../signal.ts';
import type { ComponentChildren } from 'preact';
import type { PageContext } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';

/** Gets the text to show if the browser refuses to copy, and undefined at the next press. */
export type OnRefused = (refusal: string | undefined) => void;

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
  /** Shows the refusal instead of the hint. Without it, the text is next to the button. */
  readonly onRefused?: OnRefused;
  /** The label. For two seconds after a press it is the word *Copied*, which has its room from the start. */
  readonly children: ComponentChildren;
}

/** Copies a text, says so on the button, and announces it in the status region. */
export function CopyButton({ page, name, copied, text, select, instead, onCopied, onRefused, ...more }: Properties) {
  const { done, refused, selected, byHand } = appText.copy;
  const refusal = useSignal<string | undefined>(undefined);
  const shownFor = useSignal(0);
  const refuse = (told: string | undefined) => {
    if (onRefused) onRefused(told);
    else refusal.value = told;
  };
  const copy = async () => {
    refuse(undefined);
    try {
      await page.window.navigator.clipboard.writeText(text());
    } catch {
      const told = `${refused} ${select ? selected : (instead ?? byHand)}`;
      select?.();
      refuse(told);
      page.announce(told);
      return;
    }
    const press = shownFor.value + 1;
    shownFor.value = press;
    page.announce(copied);
    onCopied?.();
    // A later press starts its own two seconds.
    page.window.setTimeout(() => {
      if (shownFor.value === press) shownFor.value = 0;
    }, 2000);
  };
  return (
    <>
      <button type="button" class={more.class} aria-label={name} data-done={done} onClick={() => void copy()}>
        {shownFor.value > 0 ? done : more.children}
      </button>
      {refusal.value && <span class="hint">{refusal.value}</span>}
    </>
  );
}
