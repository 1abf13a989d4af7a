import { explain } from '../../../errors/explain.ts';
import { isRefrainError, RefrainError } from '../../../errors/refrain-error.ts';
import { isAboutCredentials } from '../../../errors/rejection.ts';
import type { KeptState } from '../../../keeper/record/state.ts';
import { accountName } from '../../profile/account.ts';
import { explainRejection } from '../../profile/explain-rejection.ts';
import { getCure } from '../../terminal/cures.ts';
import { timeText } from '../../terminal/dates.ts';
import { countOf, longDate } from '../../../text/dates.ts';
import type { AuthorizeVerdict } from './ask-servers.ts';
import {
  describeError,
  toInconclusiveCheck,
  isInconclusive,
  notChecked,
  ok,
  toWrongCheck,
  unknown,
  wrong,
  type Check,
} from './check-result.ts';
import type { Facts } from './facts.ts';

type TokenFacts = Pick<Facts, 'token' | 'refresh' | 'refrain' | 'profile' | 'now'>;

/** Whether the refresh token works. */
export function checkRefreshToken(facts: TokenFacts): Check {
  const name = 'refresh_token';
  const { token, refresh, refrain, profile } = facts;
  if (isRefrainError(token)) return toWrongCheck(name, token, facts);
  if (refresh === undefined) return notChecked(name, 'The problem above comes first.');
  if (refresh === 'done') return describeWorking(token, facts);
  if (isAboutCredentials(refresh.code)) {
    return notChecked(name, 'Spotify rejected the client ID or secret.');
  }
  if (isInconclusive(refresh)) return toInconclusiveCheck(name, refresh, facts);
  if (refresh.code === 'refresh_token_in_doubt') {
    const message = `${describeError(refresh, facts)} So nothing was sent now.`;
    return wrong(name, message, getCure(refresh, { refrain }), 3);
  }
  if (profile === undefined) return toWrongCheck(name, explainRejection(refresh, facts, refrain), facts);
  if (refresh.code === 'refresh_token_suspect') return describeSuspect(token, refresh, facts);
  return toWrongCheck(name, refresh, facts);
}

function describeWorking({ state, daysLeft, refreshTokenExpiresAt }: KeptState, facts: TokenFacts): Check {
  const renew = `\`${facts.refrain('renew')}\``;
  if (daysLeft === undefined || refreshTokenExpiresAt === undefined) {
    const message = 'It works. Expiry unknown (no consent date).';
    return ok('refresh_token', message, `Run ${renew} to get a token with a known expiry.`);
  }
  if (daysLeft === 0) {
    const message = `It still works, but its 180 days ended on ${longDate(refreshTokenExpiresAt)}. Spotify may reject it at any time.`;
    return wrong('refresh_token', message, `Run ${renew} for another 180 days.`, 3);
  }
  const message = `It works. ${countOf(daysLeft, 'day')} left, until ${longDate(refreshTokenExpiresAt)}.`;
  return ok('refresh_token', message, state === 'expiring' ? `Run ${renew} for another 180 days.` : undefined);
}

function describeSuspect({ nextTryAt }: KeptState, error: RefrainError, facts: TokenFacts): Check {
  const { refrain, now } = facts;
  // Spotify's own words come only with an answer.
  const isAnswered = error.spotifySaid !== undefined;
  const what = `${describeError(error, facts)} ${explain(error).reason}`;
  const message = isAnswered ? what : `${what} The last try was less than a minute ago, so nothing was sent now.`;
  const wait =
    nextTryAt === undefined ? '' : `Run \`${refrain('token')}\` after ${timeText(nextTryAt, now)} to try again, or `;
  const cure = `${wait || 'Run '}\`${refrain('renew')}\` now.`;
  return wrong('refresh_token', message, cure, 3);
}

/** Whether all requested scopes were granted. */
export function checkScopes(facts: TokenFacts, authorize: AuthorizeVerdict): Check {
  const name = 'scopes';
  const { token, refresh } = facts;
  if (authorize === 'scope_illegal') {
    const cure = `Run \`${facts.refrain('login')}\` with scopes from the list of \`refrain scopes\`.`;
    return wrong(name, describeError(new RefrainError(authorize), facts), cure);
  }
  if (isRefrainError(token) || refresh !== 'done') return notChecked(name, 'There is no working token.');
  const { scopes, askedScopes } = token;
  if (scopes === undefined) return unknown(name, 'Spotify did not say which scopes are granted.');
  const missing = askedScopes.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) {
    return wrong(name, `Not granted: ${missing.join(' ')}`, `Run \`${facts.refrain('renew')}\` and approve them.`);
  }
  return ok(name, scopes.length > 0 ? scopes.join(' ') : 'None: public data only.');
}

/** The two conditions of development mode, judged by the answer to `/v1/me`. */
export function checkPremiumAndUserList(facts: Pick<Facts, 'account' | 'refrain' | 'now'>): readonly [Check, Check] {
  const { account, refrain } = facts;
  if (account === undefined) {
    const reason = 'There is no working token.';
    return [notChecked('premium', reason), notChecked('user_list', reason)];
  }
  if (!isRefrainError(account)) {
    return [
      ok('premium', 'The app works, so its owner has Premium.'),
      ok('user_list', `${accountName(account)} may use this app.`),
    ];
  }
  switch (account.code) {
    case 'premium_required':
      return [toWrongCheck('premium', account, facts), notChecked('user_list', 'Spotify has blocked the whole app.')];
    case 'user_not_registered':
      return [unknown('premium', 'Spotify checks the user list first.'), toWrongCheck('user_list', account, facts)];
    case 'forbidden': {
      const message = `Premium or the user list may be the cause. ${describeError(account, facts)}`;
      const cure = getCure(account, { refrain });
      return [
        { ...wrong('premium', message, cure), verdict: 'unknown' },
        { ...wrong('user_list', message, cure), verdict: 'unknown' },
      ];
    }
    default:
      return [toInconclusiveCheck('premium', account, facts), toInconclusiveCheck('user_list', account, facts)];
  }
}
