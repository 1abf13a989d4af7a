import type { KeptState } from '../../../keeper/record/state.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { cureOf } from '../../terminal/cures.ts';
import { countOf, longDate } from '../../../text/dates.ts';
import { momentOf } from '../../terminal/dates.ts';
import { explainEnvOnlyRejection } from '../../profile/env-only-token.ts';
import { accountName } from '../../profile/account.ts';
import type { AuthorizeMeaning } from './authorize-meaning.ts';
import { isTrouble, messageOf, notChecked, ok, inconclusive, untold, wrong, wrongBy, type Check } from './check.ts';
import type { Facts } from './facts.ts';

type TokenFacts = Pick<Facts, 'kept' | 'refresh' | 'refrain' | 'isInVariableAlone' | 'now'>;

export function judgeRefreshToken(facts: TokenFacts): Check {
  const name = 'refresh_token';
  const { kept, refresh, refrain, now, isInVariableAlone } = facts;
  if (kept instanceof RefrainError) return wrongBy(name, kept, refrain);
  if (kept.state === 'none') return wrongBy(name, new RefrainError('not_logged_in'), refrain);
  if (refresh === undefined) return notChecked(name, 'Something above is to be mended first.');
  if (refresh === 'done') return living(kept, newTokenBy(facts));
  if (/^(client_secret|client_id_mismatch|invalid_client)/.test(refresh.code))
    return notChecked(name, 'The app itself was not accepted.');
  if (isTrouble(refresh)) return inconclusive(name, refresh, refrain);
  if (refresh.code === 'refresh_token_in_doubt') {
    return wrong(name, `${refresh.message} So nothing was sent now either.`, cureOf(refresh, { refrain }), 3);
  }
  if (isInVariableAlone) {
    return wrongBy(name, explainEnvOnlyRejection(refresh, refrain), refrain);
  }
  if (refresh.code === 'refresh_token_suspect') return suspect(kept, refresh, { refrain, now });
  return wrongBy(name, refresh, refrain);
}

function suspect(kept: KeptState, error: RefrainError, { refrain, now }: Pick<Facts, 'refrain' | 'now'>): Check {
  const { nextTryAt } = kept;
  const words = [
    messageOf(error),
    // Spotify's words come with an answer; without them nothing was asked, so soon after the last time.
    ...(error.spotifySaid === undefined ? ['It was asked about less than a minute ago, so nothing was sent now.'] : []),
    nextTryAt === undefined ? 'It is kept.' : `It is kept, and tried again by itself ${momentOf(nextTryAt, now)}.`,
  ];
  return wrong('refresh_token', words.join(' '), `To wait costs nothing. For a new one: ${refrain('renew')}`, 3);
}

/** The command that gets a new token: what is kept nowhere cannot be renewed. */
function newTokenBy({ refrain, isInVariableAlone }: Pick<Facts, 'refrain' | 'isInVariableAlone'>): string {
  return refrain(isInVariableAlone ? 'login' : 'renew');
}

function living(kept: KeptState, renew: string): Check {
  const { daysLeft, refreshTokenExpiresAt } = kept;
  if (daysLeft === undefined || refreshTokenExpiresAt === undefined) {
    return ok('refresh_token', 'It works. Nobody knows when its six months end.', `To know, get a new one: ${renew}`);
  }
  const words = `It works. ${countOf(daysLeft, 'day')} left, until ${longDate(refreshTokenExpiresAt)}.`;
  return kept.state === 'expiring'
    ? ok('refresh_token', words, `Six more months: ${renew}`)
    : ok('refresh_token', words);
}

/** Whether what was asked for was granted. */
export function judgeScopes(facts: TokenFacts, meaning: AuthorizeMeaning): Check {
  const name = 'scopes';
  const { kept, refresh, refrain } = facts;
  if (meaning === 'scope_illegal') return wrongBy(name, new RefrainError('scope_illegal'), refrain);
  if (kept instanceof RefrainError || refresh !== 'done')
    return notChecked(name, 'There is no working token to look at.');
  const { scopes, askedScopes } = kept;
  if (scopes === undefined) return untold(name, 'Spotify has not said which were granted.');
  const missing = askedScopes.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) {
    return wrong(name, `Asked for and not granted: ${missing.join(' ')}`, `Consent again: ${newTokenBy(facts)}`);
  }
  return ok(name, scopes.length > 0 ? scopes.join(' ') : 'None: public data only.');
}

/** The two gates of development mode, as far as the answer to `/v1/me` tells. */
export function judgeGates({ account, refrain }: Pick<Facts, 'account' | 'refrain'>): readonly [Check, Check] {
  if (account === undefined) {
    const why = 'There is no access token to ask with.';
    return [notChecked('premium', why), notChecked('user_list', why)];
  }
  if (!(account instanceof RefrainError)) {
    const { id, displayName } = account;
    return [
      ok('premium', 'The app works, so its owner has Premium.'),
      ok('user_list', `The app lets ${accountName({ id, displayName })} in.`),
    ];
  }
  switch (account.code) {
    case 'premium_required':
      return [wrongBy('premium', account, refrain), notChecked('user_list', 'The app as a whole has been stopped.')];
    case 'user_not_registered':
      return [
        untold('premium', 'Spotify refuses the account first, and says nothing of the owner.'),
        wrongBy('user_list', account, refrain),
      ];
    case 'forbidden': {
      const both = `Spotify refuses, and does not say which of the two it is. ${messageOf(account)}`;
      const cure = cureOf(account, { refrain });
      return [
        { ...wrong('premium', both, cure), verdict: 'unknown' },
        { ...wrong('user_list', both, cure), verdict: 'unknown' },
      ];
    }
    default:
      return [inconclusive('premium', account, refrain), inconclusive('user_list', account, refrain)];
  }
}
