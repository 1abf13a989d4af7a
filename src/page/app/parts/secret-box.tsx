import { useSignal } from '@preact/signals';
import type { Ref } from 'preact';
import type { Mode } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';

interface Properties {
  readonly id: string;
  readonly box: Ref<HTMLInputElement>;
  readonly hint: string;
  /** The error text for the secret that was entered. */
  readonly wrong: string | undefined;
  /** How often the secret was sent. It is masked again each time. */
  readonly sent: number;
}

/** The hint that says where a secret or a token is sent. */
export const destinationHint = (mode: Mode) =>
  mode === 'practice' ? appText.field.toEmulatorOnly : appText.field.toSpotifyOnly;

/** The box for a client secret: masked, and without a name, so that the browser does not remember it. */
export function SecretBox({ id, box, hint, wrong, sent }: Properties) {
  const shownFor = useSignal<number | undefined>(undefined);
  const shown = shownFor.value === sent;
  return (
    <div class="field">
      <label for={id}>{appText.field.clientSecret}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {wrong && (
        <p class="err" id={`${id}-wrong`}>
          {appText.field.error(wrong)}
        </p>
      )}
      <div class="with">
        <input
          id={id}
          ref={box}
          {...(shown ? ({ type: 'text' } as const) : ({ type: 'password' } as const))}
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          aria-describedby={wrong ? `${id}-wrong ${id}-hint` : `${id}-hint`}
          aria-invalid={wrong ? 'true' : undefined}
        />
        <button
          type="button"
          aria-label={shown ? appText.field.hideSecret : appText.field.showSecret}
          onClick={() => (shownFor.value = shown ? undefined : sent)}
        >
          {shown ? appText.field.hide : appText.field.show}
        </button>
      </div>
    </div>
  );
}
