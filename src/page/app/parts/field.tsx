import type { ComponentChildren } from 'preact';
import { appText } from '../../text/app-text.ts';

/** What connects a control to its label, its hint and its error. */
interface Connection {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
}

interface Properties {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly hint?: string;
  /** Says something about what was entered that is not an error. */
  readonly note?: string;
  /** The error text for what was entered. */
  readonly wrong: string | undefined;
  /** Creates the control. */
  readonly children: (connection: Connection) => ComponentChildren;
}

/** A control with its label, its error and its hint. */
export function Field({ id, label, hint, note, wrong, children }: Properties) {
  const described = [wrong && `${id}-wrong`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': wrong ? 'true' : undefined,
      })}
      {wrong && (
        <p class="err" role="alert" id={`${id}-wrong`}>
          {appText.field.error(wrong)}
        </p>
      )}
      {note && <p class="hint">{note}</p>}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
