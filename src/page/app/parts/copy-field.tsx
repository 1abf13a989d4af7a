import { useSignal } from '../signal.ts';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PageContext } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import { CopyButton } from './copy-button.tsx';
import { showAllText } from './show-all-text.ts';

interface Properties {
  readonly page: PageContext;
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Accessible name of the button. */
  readonly copyName: string;
  /** Announced when the value is copied. */
  readonly copied: string;
  readonly hint?: string | undefined;
}

/** A read-only box that shows all of its text, with a button that copies it. */
export function CopyField({ page, id, label, value, copyName, copied, hint }: Properties) {
  const box = useRef<HTMLTextAreaElement>(null);
  const refusal = useSignal<string | undefined>(undefined);
  useLayoutEffect(() => (box.current ? showAllText(box.current, page.window) : undefined), [value]);
  const below = refusal.value ?? hint;
  return (
    <div>
      <label for={id}>{label}</label>
      <div class="with">
        <textarea
          id={id}
          ref={box}
          rows={1}
          readOnly
          spellcheck={false}
          value={value}
          aria-describedby={`${id}-hint`}
        />
        <CopyButton
          page={page}
          name={copyName}
          copied={copied}
          text={() => value}
          select={() => box.current?.select()}
          onRefused={(told) => (refusal.value = told)}
        >
          {appText.copy.label}
        </CopyButton>
      </div>
      <p class="hint" id={`${id}-hint`}>
        {below}
      </p>
    </div>
  );
}
