import { useSignal } from '@preact/signals';
import type { Ref } from 'preact';
import type { Mode } from '../../shared/page-context.ts';

interface Properties {
  readonly id: string;
  readonly box: Ref<HTMLInputElement>;
  readonly hint: string;
  /** What is wrong with what was typed. */
  readonly wrong: string | undefined;
  /** Goes up whenever the secret is sent: it is masked again then. */
  readonly sent: number;
}

/** Where a secret or a token goes, for a hint that promises it. */
export const secretDestination = (mode: Mode) =>
  mode === 'practice' ? 'the practice Spotify on this machine' : 'Spotify';

/** The box for a client secret: masked, without a name, remembered by nothing. */
export function SecretBox({ id, box, hint, wrong, sent }: Properties) {
  const shownFor = useSignal<number | undefined>(undefined);
  const shown = shownFor.value === sent;
  return (
    <div class="field">
      <label for={id}>Client secret</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {wrong && (
        <p class="err" id={`${id}-wrong`}>
          Error: {wrong}
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
          aria-label={shown ? 'Hide client secret' : 'Show client secret'}
          onClick={() => (shownFor.value = shown ? undefined : sent)}
        >
          {shown ? 'Hide' : 'Show'}
        </button>
      </div>
    </div>
  );
}
