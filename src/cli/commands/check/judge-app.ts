import { describeUnusualClientId } from '../../../spotify/client-id.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { cureOf } from '../../terminal/cures.ts';
import type { AuthorizeMeaning } from './authorize-meaning.ts';
import { notChecked, ok, inconclusive, untold, wrong, wrongBy, type Check } from './check.ts';
import type { Facts } from './facts.ts';

const isAboutRedirectUri = (meaning: AuthorizeMeaning) => meaning.startsWith('redirect_uri');
const isAboutClient = (meaning: AuthorizeMeaning) => meaning === 'client_unknown' || meaning === 'client_id_missing';

/** As `invalid_client` is: only a person knows the right one. */
const forPerson = (check: Check): Check => ({ ...check, exitCode: 3 });

/** Whether the address that Spotify sends the browser back to is registered. Spotify itself tells only after sign-in. */
export function judgeRedirectUri(
  { clientId, redirectUri, refrain }: Pick<Facts, 'clientId' | 'redirectUri' | 'refrain'>,
  meaning: AuthorizeMeaning,
): Check {
  const { registered } = redirectUri;
  if (clientId === undefined) return notChecked('redirect_uri', 'No client ID is known yet.');
  if (isAboutRedirectUri(meaning)) {
    const error = new RefrainError(meaning as ConstructorParameters<typeof RefrainError>[0]);
    return wrong('redirect_uri', error.message, `${cureOf(error, { refrain })} It is: ${registered}`);
  }
  if (isAboutClient(meaning)) return notChecked('redirect_uri', 'Spotify does not know the app.');
  if (meaning === 'accepted' || meaning === 'scope_illegal') return ok('redirect_uri', `${registered} is registered.`);
  const shown = meaning === 'sign-in first' ? 'Spotify looks at it only after sign-in.' : 'Spotify did not say.';
  return untold(
    'redirect_uri',
    shown,
    `See that the app\u2019s Settings list ${registered}, letter for letter: https://developer.spotify.com/dashboard`,
  );
}

/** Whether Spotify knows the app: told by whatever it accepts or refuses for another reason. */
export function judgeClientId(facts: Facts, meaning: AuthorizeMeaning): Check {
  const { clientId, secretAnswer, refresh, refrain } = facts;
  if (clientId === undefined) return notChecked('client_id', 'None is known yet.');
  const answers = [secretAnswer, refresh].filter((answer) => answer instanceof RefrainError);
  const mismatch = answers.find(({ code }) => code === 'client_id_mismatch');
  if (mismatch) return wrongBy('client_id', mismatch, refrain);
  if (isAboutClient(meaning))
    return forPerson(wrongBy('client_id', new RefrainError(meaning as 'client_unknown'), refrain));
  const refused = answers.find(({ code }) => code === 'invalid_client');
  if (refused) return wrongBy('client_id', refused, refrain);
  const isKnown =
    secretAnswer === 'accepted' ||
    refresh === 'done' ||
    answers.some(({ code }) => code === 'client_secret_wrong' || code.startsWith('refresh_token_')) ||
    meaning === 'accepted' ||
    isAboutRedirectUri(meaning);
  if (isKnown) return ok('client_id', 'Spotify knows the app.');
  if (describeUnusualClientId(clientId) !== undefined) {
    return untold(
      'client_id',
      'It does not look like one: Spotify\u2019s have 32 digits and letters from a to f.',
      'Copy it again from the app\u2019s Settings, under Basic Information.',
    );
  }
  return untold('client_id', 'It looks like one; whether Spotify knows it shows after sign-in.');
}

/** Whether the secret is right, where the token is refreshed with one. */
export function judgeSecret({ secret, secretAnswer, refresh, kept, refrain }: Facts): Check {
  const refused = [secretAnswer, refresh].find(
    (answer) => answer instanceof RefrainError && answer.code.startsWith('client_secret'),
  );
  if (refused instanceof RefrainError) return forPerson(wrongBy('client_secret', refused, refrain));
  const isNone = kept instanceof RefrainError || kept.state === 'none';
  if (secret === 'not needed' && isNone)
    return notChecked('client_secret', 'Whether one is needed depends on the token.');
  if (secret === 'not needed') return ok('client_secret', 'None is needed: this token is refreshed without one.');
  if (secret === 'missing')
    return forPerson(wrongBy('client_secret', new RefrainError('client_secret_missing'), refrain));
  if (secretAnswer === undefined) return notChecked('client_secret', 'Spotify could not be asked.');
  if (secretAnswer === 'accepted') return ok('client_secret', 'Spotify accepts it.');
  return secretAnswer.code === 'invalid_client'
    ? notChecked('client_secret', 'Spotify does not accept the client ID.')
    : inconclusive('client_secret', secretAnswer, refrain);
}
