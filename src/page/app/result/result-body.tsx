import { useLayoutEffect, useRef } from 'preact/hooks';
import { appText } from '../../text/app-text.ts';
import { AccessToken } from './access-token.tsx';
import { Expires } from './expires.tsx';
import type { ResultProps } from './result.ts';
import { RefreshToken } from './refresh-token.tsx';
import { TryIt } from '../try-it/try-it.tsx';
import { UseIt } from './use-it.tsx';

/** The result: when the token expires, the tokens, a test of them, and programs that use them. */
export function ResultBody({ result, page }: ResultProps) {
  return (
    <>
      {result.replaced.value && <ReplacedNotice result={result} page={page} />}
      <Expires result={result} page={page} />
      <div class={result.tokens.value.refreshToken === undefined ? 'two lone' : 'two'}>
        {result.tokens.value.refreshToken !== undefined && <RefreshToken result={result} page={page} />}
        <AccessToken result={result} page={page} />
        <TryIt result={result} page={page} />
        <UseIt result={result} page={page} />
      </div>
    </>
  );
}

/** The first thing shown if Spotify replaced the refresh token. */
function ReplacedNotice({ result }: ResultProps) {
  const box = useRef<HTMLDivElement>(null);
  const refreshToken = result.tokens.value.refreshToken;
  useLayoutEffect(() => box.current?.focus(), [refreshToken]);
  return (
    <div class="news" tabIndex={-1} ref={box}>
      <h2>{appText.replaced.heading}</h2>
      <p>{appText.replaced.text}</p>
    </div>
  );
}
