import { useSignal } from '../signal.ts';
import type { Ref } from 'preact';
import type { Mode } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import { Field } from './field.tsx';

const text = appText.field;

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
export const destinationHint = (mode: Mode) => (mode === 'practice' ? text.toEmulatorOnly : text.toSpotifyOnly);

/** The box for a client secret: masked, and without a name, so that the browser does not remember it. */
export function SecretBox({ id, box, hint, wrong, sent }: Properties) {
  const shownFor = useSignal<number | undefined>(undefined);
  const shown = shownFor.value === sent;
  return (
    <Field id={id} label={text.clientSecret} hint={hint} wrong={wrong}>
      {(connection) => (
        <div class="with">
          <input
            {...connection}
            ref={box}
            {...(shown ? ({ type: 'text' } as const) : ({ type: 'password' } as const))}
            autoComplete="off"
            autoCapitalize="off"
            spellcheck={false}
          />
          <button
            type="button"
            aria-label={shown ? text.hideSecret : text.showSecret}
            onClick={() => (shownFor.value = shown ? undefined : sent)}
          >
            {shown ? text.hide : text.show}
          </button>
        </div>
      )}
    </Field>
  );
}
