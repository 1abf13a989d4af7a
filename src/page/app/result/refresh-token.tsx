import { useRef } from 'preact/hooks';
import { CopyButton } from '../parts/copy-button.tsx';
import { tokenLife } from './token-life.ts';
import { EnvButtons } from './env-buttons.tsx';
import type { Result, ResultProps } from './result.ts';

/** The refresh token, to be carried away. */
export function RefreshToken({ result, page }: ResultProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const { refreshToken = '' } = result.tokens.value;
  const isPasted = result.origin === 'checked' && !result.replaced.value;
  const safe = () => (result.copied.value = true);
  return (
    <section>
      <div class="head">
        <h2>Refresh token</h2>
        <i />
        <span>{lifeWords(result, page.now())}</span>
      </div>
      <p class="hint">
        Keep it like a password.{' '}
        {isPasted ? 'It is the one that you pasted.' : 'It is on this page only, until you close it.'}
      </p>
      <label class="vh" for="refresh-token">
        Refresh token
      </label>
      <textarea
        id="refresh-token"
        ref={box}
        readOnly
        rows={3}
        spellcheck={false}
        autoComplete="off"
        value={refreshToken}
        onCopy={safe}
      />
      <div class="row">
        <CopyButton
          page={page}
          class="go"
          name="Copy refresh token"
          what="The refresh token"
          text={() => refreshToken}
          select={() => box.current?.select()}
          onCopied={safe}
        >
          Copy refresh token
        </CopyButton>
        <span class="hint">
          for <code>SPOTIFY_REFRESH_TOKEN</code>
        </span>
      </div>
      <EnvButtons result={result} page={page} />
    </section>
  );
}

function lifeWords({ origin, tokens }: Result, now: number): string {
  const { authorizedAt, refreshTokenExpiresAt: end } = tokens.value;
  if (authorizedAt === undefined || end === undefined) return 'end unknown';
  if (origin === 'got') return 'six months';
  const { daysLeft } = tokenLife(authorizedAt, end, now);
  return `${daysLeft} ${daysLeft === 1 ? 'day' : 'days'} left`;
}
