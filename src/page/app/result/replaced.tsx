import { useLayoutEffect, useRef } from 'preact/hooks';
import type { OfResult } from './of-result.ts';

/** Said before anything else: another refresh token came, and the one that was known may be dead already. */
export function Replaced({ result }: OfResult) {
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
