import { createTokenKeeper } from '../../keeper/create-token-keeper.ts';
import type { KeptState } from '../../keeper/record/state.ts';
import type { TokenKeeper } from '../../keeper/token-keeper.ts';
import { authorizedAtFrom } from './authorized-at.ts';
import type { CommandContext } from '../context/context.ts';
import { countOf } from '../../text/dates.ts';
import { fileStore, type FileStore } from '../../keeper/stores/file/file-store.ts';
import { checkEntered } from '../context/entered-values.ts';
import { storeOnceRotated } from './env-only-token.ts';
import { profileFolder } from './profiles.ts';

/** A keeper, and whether its token is saved. */
export interface OpenedKeeper {
  readonly keeper: TokenKeeper;
  /** Whether the token is only in SPOTIFY_REFRESH_TOKEN. Known after the first call to the keeper. */
  isEnvOnly(): boolean;
}

/** The store of a profile. Nothing is created until a token is saved. */
export function profileStore(home: string, name: string): FileStore {
  return fileStore({ folder: profileFolder(home, name) });
}

/**
 * Opens the keeper of a profile for a command that uses the token, with the app and token from the environment. The
 * variable's token is adopted if the profile never had it. If there is no profile, nothing is saved until Spotify
 * replaces that token.
 * @throws RefrainError `wrong_usage` if SPOTIFY_AUTHORIZED_AT is not a date, or another variable surely holds something else
 */
export function openKeeper(context: CommandContext): OpenedKeeper {
  const { environment, home, profile, refrain, endpoints, fetch, clock, stderr } = context;
  const { clientId, clientSecret, refreshToken, authorizedAt } = environment;
  if (refreshToken) {
    checkEntered(refreshToken, 'refresh_token', 'SPOTIFY_REFRESH_TOKEN');
    checkEntered(clientId ?? '', 'client_id', 'SPOTIFY_CLIENT_ID');
  }
  const store = profileStore(home, profile);
  const onSaved = () =>
    stderr.write(
      `Spotify has replaced the refresh token. The new one is saved in the profile \u201c${profile}\u201d ` +
        `(${profileFolder(home, profile)}).\nThe one in SPOTIFY_REFRESH_TOKEN no longer works. ` +
        `To update it: ${refrain('env --help')}\n`,
    );
  const envOnlyStore = refreshToken ? storeOnceRotated(store, refreshToken, onSaved) : undefined;
  const isEnvOnly = () => envOnlyStore?.isEnvOnly() ?? false;
  const keeper = createTokenKeeper({
    store: envOnlyStore ?? store,
    app: { clientId, clientSecret },
    seed: refreshToken
      ? {
          refreshToken,
          authorizedAt:
            (authorizedAt &&
              authorizedAtFrom(authorizedAt, 'SPOTIFY_AUTHORIZED_AT', clock.now(), (line) => stderr.write(line))) ||
            undefined,
        }
      : undefined,
    endpoints,
    fetch,
    clock,
    onChange: (now, before) => stderr.write(expiryWarning(now, before, refrain(isEnvOnly() ? 'login' : 'renew'))),
  });
  return { keeper, isEnvOnly };
}

/** Opens the keeper of a profile without the environment's token: for commands that show a profile or save a new token. */
export function openStored(
  context: Pick<CommandContext, 'home' | 'endpoints' | 'fetch' | 'clock'>,
  profile: string,
  app: { readonly clientId?: string | undefined; readonly clientSecret?: string | undefined } = {},
  seed?: { readonly refreshToken: string | undefined },
): TokenKeeper {
  const { home, endpoints, fetch, clock } = context;
  return createTokenKeeper({ store: profileStore(home, profile), app, seed, endpoints, fetch, clock });
}

/** The same for a new sign-in. The environment's token is older, so it must not replace the new one later. */
export function openForConsent(context: CommandContext, clientId: string): TokenKeeper {
  const { profile, environment } = context;
  return openStored(context, profile, { clientId }, { refreshToken: environment.refreshToken });
}

/**
 * The warning that a token expires soon, each threshold once in a token's life; otherwise an empty text.
 * @param renew the command that gets a new token
 */
function expiryWarning(
  now: Pick<KeptState, 'warned' | 'daysLeft'>,
  before: Pick<KeptState, 'warned'>,
  renew: string,
): string {
  if (now.warned === undefined || now.warned === before.warned || now.daysLeft === undefined) return '';
  const left =
    now.daysLeft > 0
      ? `The refresh token expires in ${countOf(now.daysLeft, 'day')}.`
      : 'The refresh token is past its 180 days: Spotify may reject it at any time.';
  return `${left} For six more months: ${renew}\n`;
}
