import { useRef } from 'preact/hooks';
import { appText } from '../../text/app-text.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Inline } from '../parts/inline.tsx';
import { tokenLife } from './token-life.ts';
import { EnvButtons } from './env-buttons.tsx';
import type { Result, ResultProps } from './result.ts';

const text = appText.refreshToken;

/** The refresh token, with its copy buttons. */
export function RefreshToken({ result, page }: ResultProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const { refreshToken = '' } = result.tokens.value;
  const isPasted = result.origin === 'checked' && !result.replaced.value;
  const onSaved = () => (result.copied.value = true);
  return (
    <section>
      <div class="head">
        <h2>{text.heading}</h2>
        <i />
        <span>{daysLeftText(result, page.now())}</span>
      </div>
      <p class="hint">{isPasted ? text.hintChecked : text.hint}</p>
      <label class="vh" for="refresh-token">
        {text.heading}
      </label>
      <textarea
        id="refresh-token"
        ref={box}
        readOnly
        rows={3}
        spellcheck={false}
        autoComplete="off"
        value={refreshToken}
        onCopy={onSaved}
      />
      <div class="row">
        <CopyButton
          page={page}
          class="go"
          name={text.copy}
          copied={text.copied}
          text={() => refreshToken}
          select={() => box.current?.select()}
          onCopied={onSaved}
        >
          {text.copy}
        </CopyButton>
        <span class="hint">
          <Inline text={text.variable} />
        </span>
      </div>
      <EnvButtons result={result} page={page} />
    </section>
  );
}

function daysLeftText({ tokens }: Result, now: number): string {
  const { authorizedAt, refreshTokenExpiresAt: end } = tokens.value;
  if (authorizedAt === undefined || end === undefined) return text.expiryUnknown;
  return text.daysLeft(tokenLife(authorizedAt, end, now).daysLeft);
}
