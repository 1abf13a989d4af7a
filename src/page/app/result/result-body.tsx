import { Expires } from '../expires/expires.tsx';
import { tokenLifeOf } from '../expires/token-life.ts';
import { PracticeControls } from '../practice/practice-controls.tsx';
import { TryIt } from '../try-it/try-it.tsx';
import { AccessToken } from './access-token.tsx';
import { GrantedScopes } from './granted-scopes.tsx';
import { MainToken } from './main-token.tsx';
import type { ResultProps } from './result.ts';
import { ShowIt } from '../show-it/show-it.tsx';
import { UseIt } from './use-it.tsx';

/** The result: whether the token works, the token beside its end, and what to do with it. */
export function ResultBody({ result, page }: ResultProps) {
  const tokens = result.tokens.value;
  const phase = tokenLifeOf(tokens, page.now())?.phase;
  const isOld = phase === 'renew' || phase === 'expired';
  const token = <MainToken key="token" result={result} page={page} isOld={isOld} />;
  const expires = <Expires key="expires" result={result} page={page} />;
  // What comes first in the document is what is to be done: renew, or save.
  const isRenewalFirst = isOld && !result.replaced.value;
  return (
    <>
      <TryIt result={result} page={page} />
      <div class="two got">{isRenewalFirst ? [expires, token] : [token, expires]}</div>
      {result.mode === 'practice' && <PracticeControls result={result} page={page} />}
      <ShowIt result={result} page={page} />
      <UseIt result={result} page={page}>
        <div class="aside folds">
          {tokens.refreshToken !== undefined && <AccessToken result={result} page={page} />}
          {result.grant !== 'client_credentials' && <GrantedScopes tokens={tokens} />}
        </div>
      </UseIt>
    </>
  );
}
