import { AccessToken } from './access-token.tsx';
import { Expires } from './expires.tsx';
import type { OfResult } from './of-result.ts';
import { RefreshToken } from './refresh-token.tsx';
import { Replaced } from './replaced.tsx';
import { TryIt } from '../try-it/try-it.tsx';
import { UseIt } from './use-it.tsx';

/** The result: when it ends, then what it is, whether it works, and what to do with it. */
export function ResultBody({ result, page }: OfResult) {
  return (
    <>
      {result.replaced.value && <Replaced result={result} page={page} />}
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
