import { useEffect, useRef } from 'preact/hooks';
import type { PageContext } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import { AlertAt } from '../parts/alert.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { useSignal } from '../signal.ts';
import { countdownText } from './countdown.ts';
import { RefreshButton, RefreshWithSecretForm } from './refresh-button.tsx';
import type { ResultProps } from './result.ts';

const text = appText.accessToken;

/** The access token beside a refresh token, folded: its time left, its copy button, and the button that refreshes it. */
export function AccessToken({ result, page }: ResultProps) {
  const box = useRef<HTMLInputElement>(null);
  const { accessToken, accessTokenExpiresAt } = result.tokens.value;
  const { access } = appText.token;
  const copy = (
    <CopyButton
      page={page}
      name={access.copy}
      copied={access.copied}
      text={() => result.tokens.value.accessToken}
      select={() => box.current?.select()}
    >
      {access.copy}
    </CopyButton>
  );
  return (
    <details class="fold">
      <summary>
        {access.name}
        <i />
        <Countdown result={result} page={page} key={accessTokenExpiresAt} />
      </summary>
      <input ref={box} aria-label={access.name} readOnly spellcheck={false} autoComplete="off" value={accessToken} />
      <AlertAt place="access-token" page={page} />
      {result.grant === 'authorization_code' ? (
        <RefreshWithSecretForm result={result} page={page}>
          {copy}
        </RefreshWithSecretForm>
      ) : (
        <div class="row">
          {copy}
          <RefreshButton result={result} page={page} />
        </div>
      )}
    </details>
  );
}

function Countdown({ result, page }: ResultProps) {
  const { accessTokenExpiresAt } = result.tokens.value;
  const now = useClock(page, accessTokenExpiresAt);
  const left = countdownText(accessTokenExpiresAt, now);
  useEffect(() => {
    if (left === text.expired) page.announce(text.hasExpired);
  }, [left]);
  return <span role="timer">{left}</span>;
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
