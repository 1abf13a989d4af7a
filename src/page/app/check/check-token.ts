import { refreshTokens } from '../../../grants/refresh.ts';
import { isAboutApp } from '../../../errors/rejection.ts';
import { isRefrainError, RefrainError } from '../../../errors/refrain-error.ts';
import type { PageContext } from '../../shared/page-context.ts';
import { createResult } from '../result/result.ts';
import { showView } from '../show-view.ts';
import { refreshUnlessLeft } from '../unless-left.ts';

interface TokenToCheck {
  readonly clientId: string;
  readonly refreshToken: string;
  /** Epoch milliseconds; undefined if it is not known. */
  readonly authorizedAt: number | undefined;
  readonly clientSecret: string | undefined;
}

/** Whether the cause of an error may be a missing client secret. */
export const mayNeedSecret = (error: unknown): boolean => isRefrainError(error) && isAboutApp(error.code);

/**
 * Checks a refresh token by refreshing it, which is the only way, and shows the result.
 * @throws RefrainError what `refreshTokens` throws
 */
export async function checkToken(
  page: PageContext,
  { clientId, refreshToken, authorizedAt, clientSecret }: TokenToCheck,
): Promise<void> {
  const mode = page.mode();
  const endpoints = page.endpoints(mode);
  if (!endpoints) throw new RefrainError('endpoint_refused');
  const grant = clientSecret ? 'authorization_code' : 'authorization_code_pkce';
  const request = { clientId, clientSecret, refreshToken, authorizedAt, endpoints, fetch: page.fetch, now: page.now };
  const tokens = await refreshUnlessLeft(refreshTokens(request));
  if (!tokens) return;
  const facts = { origin: 'checked', grant, clientId, mode, endpoints } as const;
  showView(page, { kind: 'result', result: createResult(facts, tokens, tokens.rotated) });
}
