import { useSignal } from '../signal.ts';
import { useEffect, useRef } from 'preact/hooks';
import type { PageContext } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import { AlertAt } from '../parts/alert.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { countdownText } from './countdown.ts';
import { EnvButtons } from './env-buttons.tsx';
import { RefreshButton, RefreshWithSecretForm } from './refresh-button.tsx';
import type { ResultProps } from './result.ts';
import { GrantedScopes } from './granted-scopes.tsx';

const text = appText.accessToken;

/** The access token, its time left, and the button that refreshes it. */
export function AccessToken({ result, page }: ResultProps) {
  const box = useRef<HTMLInputElement>(null);
  const tokens = result.tokens.value;
  const { accessToken, refreshToken, accessTokenExpiresAt } = tokens;
  const isMain = refreshToken === undefined;
  const copied = () => {
    if (isMain) result.copied.value = true;
  };
  const copy = (
    <CopyButton
      page={page}
      class={isMain ? 'go' : ''}
      name={text.copyName}
      copied={text.copied}
      text={() => result.tokens.value.accessToken}
      select={() => box.current?.select()}
      onCopied={copied}
    >
      {isMain ? text.copyName : text.copy}
    </CopyButton>
  );
  return (
    <section>
      <div class="head">
        <h2>{text.heading}</h2>
        <i />
        <Countdown result={result} page={page} key={accessTokenExpiresAt} />
      </div>
      <p class="hint">{isMain ? text.hintOnly : text.hint}</p>
      <label class="vh" for="access-token">
        {text.heading}
      </label>
      <input
        id="access-token"
        ref={box}
        readOnly
        spellcheck={false}
        autoComplete="off"
        value={accessToken}
        onCopy={copied}
      />
      <AlertAt place="access-token" page={page} />
      {!isMain && result.grant === 'authorization_code' ? (
        <RefreshWithSecretForm result={result} page={page}>
          {copy}
        </RefreshWithSecretForm>
      ) : (
        <div class="row">
          {copy}
          {!isMain && <RefreshButton result={result} page={page} />}
        </div>
      )}
      {isMain && <EnvButtons result={result} page={page} />}
      {result.grant !== 'client_credentials' && <GrantedScopes tokens={tokens} />}
    </section>
  );
}

function Countdown({ result, page }: ResultProps) {
  const { accessTokenExpiresAt } = result.tokens.value;
  const now = useClock(page, accessTokenExpiresAt);
  const left = countdownText(accessTokenExpiresAt, now);
  useEffect(() => {
    if (left === text.expired) page.announce(text.hasExpired);
  }, [left]);
  return (
    <span role="timer" aria-label={text.timeLeft(left)}>
      {left}
    </span>
  );
}

/** The current time, updated each second until `until`. Both in epoch milliseconds. */
function useClock(page: PageContext, until: number | undefined): number {
  const now = useSignal(page.now());
  useEffect(() => {
    now.value = page.now();
    if (until === undefined) return undefined;
    const timer = page.window.setInterval(() => {
      now.value = page.now();
      if (now.value >= until) page.window.clearInterval(timer);
    }, 1000);
    return () => page.window.clearInterval(timer);
  }, [until]);
  return now.value;
}
