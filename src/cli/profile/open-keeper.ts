import { createTokenKeeper } from '../../keeper/create-token-keeper.ts';
import type { KeptState } from '../../keeper/record/state.ts';
import type { TokenKeeper } from '../../keeper/token-keeper.ts';
import { authorizedAtFrom } from './authorized-at.ts';
import type { CommandContext } from '../context/context.ts';
import { countOf } from '../../text/dates.ts';
import { keptOnceRotated } from './env-only-token.ts';
import { profileFolder, profileStore } from './profiles.ts';
import type { CommandText } from '../context/command-text.ts';

/** A keeper, and where its token is. */
export interface OpenedKeeper {
  readonly keeper: TokenKeeper;
  /** Whether the token stands in SPOTIFY_REFRESH_TOKEN alone: nothing is kept. Known once the keeper was asked. */
  isEnvOnly(): boolean;
}

/**
 * The keeper of one profile, with the app and the token that the environment names: for whoever uses a token.
 * A variable's token is taken in where the profile never had it; with no profile, nothing is written unless Spotify
 * replaces that token.
 * @throws RefrainError `wrong_usage` where SPOTIFY_AUTHORIZED_AT is no date of the past
 */
export function openKeeper(context: CommandContext): OpenedKeeper {
  const { environment, home, profile, refrain, endpoints, fetch, clock, stderr } = context;
  const { clientId, clientSecret, refreshToken, authorizedAt } = environment;
  const store = profileStore(home, profile);
  const onKept = () =>
    stderr.write(
      `Spotify has replaced the refresh token. The new one is kept in the profile \u201c${profile}\u201d ` +
        `(${profileFolder(home, profile)});\nthe one in SPOTIFY_REFRESH_TOKEN is spent. ` +
        `To see where it is used: ${refrain('env --help')}\n`,
    );
  const variable = refreshToken ? keptOnceRotated(store, refreshToken, onKept) : undefined;
  const isInVariableAlone = () => variable?.isUnwritten() ?? false;
  const keeper = createTokenKeeper({
    store: variable ?? store,
    app: { clientId, clientSecret },
    seed: refreshToken
      ? {
          refreshToken,
          authorizedAt:
            (authorizedAt && authorizedAtFrom(authorizedAt, 'SPOTIFY_AUTHORIZED_AT', clock.now())) || undefined,
        }
      : undefined,
    endpoints,
    fetch,
    clock,
    onChange: (now, before) =>
      stderr.write(changeWords(now, before, { refrain, isInVariableAlone: isInVariableAlone() })),
  });
  return { keeper, isEnvOnly: isInVariableAlone };
}

/** The keeper of what is kept, whatever the environment names: for whoever looks at it, or puts something new there. */
export function openStored(
  context: Pick<CommandContext, 'home' | 'endpoints' | 'fetch' | 'clock'>,
  profile: string,
  app: { readonly clientId?: string | undefined; readonly clientSecret?: string | undefined } = {},
  seed?: { readonly refreshToken: string | undefined },
): TokenKeeper {
  const { home, endpoints, fetch, clock } = context;
  return createTokenKeeper({ store: profileStore(home, profile), app, seed, endpoints, fetch, clock });
}

/** The same for a new consent: the token that the environment names is older, and does not come back over it. */
export function openForConsent(context: CommandContext, clientId: string): TokenKeeper {
  const { profile, environment } = context;
  return openStored(context, profile, { clientId }, { refreshToken: environment.refreshToken });
}

/** What is said of a change that no command tells anyway: a warning, each once in a token's life, and a mended store. */
export function changeWords(
  now: Pick<KeptState, 'warned' | 'daysLeft'>,
  before: Pick<KeptState, 'warned'>,
  { refrain, isInVariableAlone }: { readonly refrain: CommandText; readonly isInVariableAlone: boolean },
): string {
  if (now.warned === undefined || now.warned === before.warned || now.daysLeft === undefined) return '';
  const left =
    now.daysLeft > 0
      ? `The refresh token has ${countOf(now.daysLeft, 'day')} left.`
      : 'The six months of the refresh token are over: Spotify may refuse it any time.';
  return `${left} Six more months: ${refrain(isInVariableAlone ? 'login' : 'renew')}\n`;
}
