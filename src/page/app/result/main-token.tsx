import { useLayoutEffect, useRef } from 'preact/hooks';
import { useSignal } from '../signal.ts';
import { isRefrainError } from '../../../errors/refrain-error.ts';
import { appText } from '../../text/app-text.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { showAllText } from '../parts/show-all-text.ts';
import { EnvButtons } from './env-buttons.tsx';
import type { Result, ResultProps } from './result.ts';

const text = appText.token;

/**
 * The token that the user came for, with its copy buttons: the refresh token, or without one the access token.
 * `isOld`: it is time to renew it, so another button is the filled one.
 */
export function MainToken({ result, page, isOld }: ResultProps & { isOld: boolean }) {
  const section = useRef<HTMLElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const { refreshToken, accessToken } = result.tokens.value;
  const words = refreshToken === undefined ? text.access : text.refresh;
  const token = refreshToken ?? accessToken;
  const isNew = result.replaced.value;
  const refusal = useSignal<string | undefined>(undefined);
  const onRefused = (told: string | undefined) => (refusal.value = told);
  const onSaved = () => (result.copied.value = true);
  useLayoutEffect(() => (box.current ? showAllText(box.current, page.window) : undefined), [token]);
  useLayoutEffect(() => {
    if (isNew) section.current?.focus();
  }, [isNew && token]);
  return (
    <section class={isNew ? 'token alert' : isOld ? 'token old' : 'token'} tabIndex={-1} ref={section}>
      <h2>{isNew ? text.newRefreshToken : words.name}</h2>
      {isNew && <p role="alert">{text.saveNew}</p>}
      <textarea
        ref={box}
        aria-label={words.name}
        readOnly
        rows={3}
        spellcheck={false}
        autoComplete="off"
        value={token}
        onCopy={onSaved}
      />
      <div class="row">
        <CopyButton
          page={page}
          class={isOld && !isNew ? '' : 'go'}
          name={words.copy}
          copied={words.copied}
          text={() => token}
          select={() => box.current?.select()}
          onCopied={onSaved}
          onRefused={onRefused}
        >
          {words.copy}
        </CopyButton>
        <EnvButtons result={result} page={page} onRefused={onRefused} />
      </div>
      <p class="hint">{refusal.value ?? hintOf(result, isOld)}</p>
    </section>
  );
}

function hintOf({ origin, replaced, trial }: Result, isOld: boolean): string {
  const found = trial.value;
  if (found.kind === 'failed' && isRefrainError(found.error) && found.error.code === 'user_not_registered') {
    return text.hintNotListed;
  }
  if (origin !== 'checked' || replaced.value) return text.hint;
  return isOld ? text.hintOld : text.hintChecked;
}
