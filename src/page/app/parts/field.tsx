import type { ComponentChildren } from 'preact';
import { appText } from '../../text/app-text.ts';

/** What connects a control to its label, its hint and its error. */
interface Connection {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': 'true' | undefined;
}

interface Properties {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** Says something about what was entered that is not an error. */
  readonly note?: string;
  /** The error text for what was entered. */
  readonly wrong: string | undefined;
  /** Creates the control. */
  readonly children: (connection: Connection) => ComponentChildren;
}

/** A control with its label, its hint and its error. */
export function Field({ id, label, hint, note, wrong, children }: Properties) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {note && <p class="hint">{note}</p>}
      {wrong && (
        <p class="err" id={`${id}-wrong`}>
          {appText.field.error(wrong)}
        </p>
      )}
      {children({
        id,
        'aria-describedby': wrong ? `${id}-wrong ${id}-hint` : `${id}-hint`,
        'aria-invalid': wrong ? 'true' : undefined,
      })}
    </div>
  );
}
