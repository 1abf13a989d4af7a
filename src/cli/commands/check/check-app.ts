import { isRefrainError, RefrainError } from '../../../errors/refrain-error.ts';
import { describeUnusualClientId } from '../../../text/values/client-id.ts';
import type { AuthorizeVerdict } from './ask-servers.ts';
import {
  describeError,
  toInconclusiveCheck,
  notChecked,
  ok,
  toWrongCheck,
  unknown,
  wrong,
  type Check,
} from './check-result.ts';
import type { Facts } from './facts.ts';

const isAboutRedirectUri = (authorize: AuthorizeVerdict) => authorize.startsWith('redirect_uri');
const isAboutClientId = (authorize: AuthorizeVerdict) =>
  authorize === 'client_unknown' || authorize === 'client_id_missing';

type AppFacts = Pick<Facts, 'clientId' | 'appSource' | 'redirectUri' | 'accounts' | 'refrain' | 'now'>;

/** Names the app in the line of the redirect URI, if it may not be the one that the user has in mind. */
function describeApp({ clientId = '', appSource }: Pick<Facts, 'clientId' | 'appSource'>): string {
  return appSource === 'token' ? '' : ` (client ID ${clientId.slice(0, 8)}…)`;
}

/** The same for the line of the client ID, as a sentence. */
function nameApp({ clientId, appSource }: Pick<Facts, 'clientId' | 'appSource'>): string {
  if (appSource === 'token') return '';
  return ` Client ID: ${clientId}${appSource === 'last login' ? ', from the last login' : ''}.`;
}

/** Only a person knows the right client ID or secret. */
const needsPerson = (check: Check): Check => ({ ...check, exitCode: 3 });

/** Whether the redirect URI is registered. Spotify itself checks that only after sign-in. */
export function checkRedirectUri(facts: AppFacts, authorize: AuthorizeVerdict): Check {
  const { clientId, redirectUri, accounts, now } = facts;
  const { registered } = redirectUri;
  const ofApp = describeApp(facts);
  if (clientId === undefined) return notChecked('redirect_uri', 'There is no client ID.');
  if (isAboutRedirectUri(authorize)) {
    const error = new RefrainError(authorize as 'redirect_uri_mismatch');
    return wrong(
      'redirect_uri',
      describeError(error, { now }),
      `In the app\u2019s Settings${ofApp}, under Redirect URIs, add ${registered}, then Save.`,
    );
  }
  if (isAboutClientId(authorize)) return notChecked('redirect_uri', 'Spotify does not know this app.');
  if (authorize === 'accepted' || authorize === 'scope_illegal') {
    return ok('redirect_uri', `${registered} is registered${ofApp}.`);
  }
  if (authorize === 'rate_limited' || authorize === 'quota_exceeded') {
    const retryAt = isRefrainError(accounts) ? undefined : accounts.retryAt;
    return toInconclusiveCheck('redirect_uri', new RefrainError(authorize, { retryAt }), facts);
  }
  return unknown(
    'redirect_uri',
    authorize === 'sign-in first' ? 'Spotify checks it only after sign-in.' : 'Spotify\u2019s answer was not clear.',
    `The app\u2019s Settings${ofApp} must list exactly ${registered} (https://developer.spotify.com/dashboard).`,
  );
}

/** Whether Spotify knows the app. A refusal for another reason proves that it does. */
export function checkClientId(facts: Facts, authorize: AuthorizeVerdict): Check {
  if (facts.clientId === undefined) return notChecked('client_id', 'There is no client ID.');
  const check = judgeClientId(facts.clientId, facts, authorize);
  return { ...check, message: `${check.message}${nameApp(facts)}` };
}

function judgeClientId(clientId: string, facts: Facts, authorize: AuthorizeVerdict): Check {
  // Spotify's answer to the token says nothing about another app.
  const isOfToken = isRefrainError(facts.token) || facts.token.clientId === clientId;
  const { secretAnswer, refresh } = isOfToken ? facts : { secretAnswer: undefined, refresh: undefined };
  const errors = [secretAnswer, refresh].filter((answer) => isRefrainError(answer));
  const mismatch = errors.find(({ code }) => code === 'client_id_mismatch');
  if (mismatch) return toWrongCheck('client_id', mismatch, facts);
  if (isAboutClientId(authorize)) {
    return needsPerson(toWrongCheck('client_id', new RefrainError(authorize as 'client_unknown'), facts));
  }
  const invalid = errors.find(({ code }) => code === 'invalid_client');
  if (invalid) return toWrongCheck('client_id', invalid, facts);
  const isKnown =
    secretAnswer === 'accepted' ||
    refresh === 'done' ||
    errors.some(({ code }) => code === 'client_secret_wrong' || code.startsWith('refresh_token_')) ||
    authorize === 'accepted' ||
    isAboutRedirectUri(authorize);
  if (isKnown) return ok('client_id', 'Spotify knows this app.');
  const oddity = describeUnusualClientId(clientId);
  return oddity === undefined
    ? unknown('client_id', 'It looks right. Spotify checks it only after sign-in.')
    : unknown('client_id', `${oddity}.`, 'Copy it again from your app\u2019s Settings, Basic Information.');
}

/** Whether the client secret is right, if this token needs one. */
export function checkSecret(facts: Facts): Check {
  const { secret, secretAnswer, refresh, token } = facts;
  const name = 'client_secret';
  const rejection = [secretAnswer, refresh].find(
    (answer) => isRefrainError(answer) && answer.code.startsWith('client_secret'),
  );
  if (isRefrainError(rejection)) return needsPerson(toWrongCheck(name, rejection, facts));
  if (secret === 'not needed') {
    if (isRefrainError(token)) return notChecked(name, 'Only some tokens need one.');
    return ok(name, 'This token doesn\u2019t need one.');
  }
  if (secret === 'missing') return needsPerson(toWrongCheck(name, new RefrainError('client_secret_missing'), facts));
  if (secretAnswer === undefined) return notChecked(name, 'The problem above comes first.');
  if (secretAnswer === 'accepted') return ok(name, 'Spotify accepts it.');
  if (secretAnswer.code === 'invalid_client') return notChecked(name, 'Spotify rejected the client ID.');
  return toInconclusiveCheck(name, secretAnswer, facts);
}
