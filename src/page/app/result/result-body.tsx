import { useLayoutEffect, useRef } from 'preact/hooks';
import { AccessToken } from './access-token.tsx';
import { Expires } from './expires.tsx';
import type { ResultProps } from './result.ts';
import { RefreshToken } from './refresh-token.tsx';
import { TryIt } from '../try-it/try-it.tsx';
import { UseIt } from './use-it.tsx';

/** The result: when it ends, then what it is, whether it works, and what to do with it. */
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

/** Said before anything else: another refresh token came, and the one that was known may be dead already. */
function ReplacedNotice({ result }: ResultProps) {
  const box = useRef<HTMLDivElement>(null);
  const refreshToken = result.tokens.value.refreshToken;
  useLayoutEffect(() => box.current?.focus(), [refreshToken]);
  return (
    <div class="news" tabIndex={-1} ref={box}>
      <h2>Keep the new refresh token</h2>
      <p>
        Spotify answered with another refresh token than the one it was given. The old one may have ended at this
        moment: put the new one, below, in its place everywhere.
      </p>
    </div>
  );
}
