import type { ErrorCode } from '../../../errors/error-table.ts';
import { isRefrainError } from '../../../errors/refrain-error.ts';
import type { PageContext } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import { mayPass } from '../parts/alert-text.ts';
import { alert, clearAlert, showAlert } from '../parts/alert.tsx';
import { refreshResult } from '../result/refresh-result.ts';
import type { Result } from '../result/result.ts';
import { unlessLeft } from '../unless-left.ts';
import { tryToken } from './try-token.ts';

/** Headings for what a person can fix at Spotify while this page is open. They continue *You have a refresh token*. */
const fixable: Partial<Record<ErrorCode, string>> = appText.tryIt.but;

/** Whether Spotify refuses the account or the app, so that a person has to do something there. */
export const isFixable = (error: unknown): boolean => fixable[codeOf(error)] !== undefined;

const codeOf = (error: unknown): ErrorCode => (isRefrainError(error) ? error.code : 'unexpected');

/** Asks Spotify for the account and the last plays. Shows what is wrong in the region *Try it*. */
export async function runTrial(result: Result, page: PageContext): Promise<void> {
  if (result.trial.value.kind !== 'asking') result.trial.value = { kind: 'asking' };
  clearAlert('try');
  try {
    const found = await unlessLeft(tryToken(result, page));
    if (found) result.trial.value = found;
  } catch (error) {
    fail(result, page, error);
  }
}

function fail(result: Result, page: PageContext, error: unknown): void {
  result.trial.value = { kind: 'failed', error };
  const again = wayToTryAgain(result, page);
  // If there is an alert already, the region shows this error as text: two alerts are never visible.
  if (alert.value) return;
  const heading = fixable[codeOf(error)];
  showAlert(page, error, { place: 'try', ...(heading ? { heading } : {}), ...(again ? { again } : {}) });
}

/** What *Try again* does after a failed trial; undefined if only waiting helps. */
export function wayToTryAgain(result: Result, page: PageContext): (() => void) | undefined {
  const { trial, grant, tokens } = result;
  if (trial.value.kind !== 'failed') return undefined;
  const { error } = trial.value;
  // The pressed button disappears with the alert. Keep the focus in this part of the page.
  const focus = () => page.window.document.getElementById('try-it')?.focus();
  const canRefresh = grant !== 'authorization_code' && tokens.value.refreshToken !== undefined;
  if (codeOf(error) === 'access_token_expired' && canRefresh) {
    return () => {
      focus();
      // A refresh also tries the new access token.
      refreshResult(result, page).catch((reason: unknown) => {
        clearAlert('try');
        fail(result, page, reason);
      });
    };
  }
  if (!mayPass(error) && !isFixable(error)) return undefined;
  return () => {
    focus();
    void runTrial(result, page);
  };
}
