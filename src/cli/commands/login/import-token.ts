import { refreshTokens } from '../../../grants/refresh.ts';
import type { TokenSet } from '../../../grants/token-set.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { readRefreshToken } from '../../../text/values/refresh-token.ts';
import { authorizedAtFrom } from '../../profile/authorized-at.ts';
import type { CommandOutcome } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { finishDespiteInterrupt, unlessInterrupted } from '../../terminal/interrupts.ts';
import { whileShowing } from '../../terminal/progress.ts';
import { profileFolder, checkWritable } from '../../profile/profiles.ts';
import { readAll } from '../../terminal/stdin.ts';
import { usageError } from '../../context/usage-error.ts';
import type { SignInFlags } from './flags.ts';
import { keep } from './save-login.ts';
import { questionsFor } from './prompts.ts';
import { wantedOf } from './options.ts';

interface Given extends SignInFlags {
  readonly authorizedAt?: string;
}

/** Takes in a refresh token from elsewhere: tried once, so that a wrong one replaces nothing, and saved at once. */
export async function importToken(given: Given, context: CommandContext): Promise<CommandOutcome> {
  if (given.clientSecretStdin) {
    throw usageError('Standard input holds one thing: set SPOTIFY_CLIENT_SECRET beside --with-token.');
  }
  if (given.scope || given.preset || given.grant) {
    throw usageError('A token brings its own scopes: --scope, --preset and --grant do not go with --with-token.');
  }
  const { environment, stdin, stdinIsTerminal, clock, signal } = context;
  const dateOf = (text: string, source: string) => authorizedAtFrom(text, source, clock.now());
  const [said, source] =
    given.authorizedAt === undefined
      ? [environment.authorizedAt, 'SPOTIFY_AUTHORIZED_AT']
      : [given.authorizedAt, '--authorized-at'];
  let authorizedAt = said === undefined ? undefined : dateOf(said, source);
  const { clientId } = await wantedOf({ ...given, scope: [] }, context);
  const questions = stdinIsTerminal ? await questionsFor(context) : undefined;
  const text = questions ? await questions.refreshToken() : await unlessInterrupted(readAll(stdin), signal);
  const refreshToken = readRefreshToken(text);
  if (!refreshToken) throw usageError('Standard input holds no refresh token.');
  if (questions && said === undefined)
    authorizedAt = await questions.authorizedAt((typed) => dateOf(typed, 'The date'));
  // Trying it may bring another in its place, which could then not be kept.
  await checkWritable(profileFolder(context.home, context.profile));
  const tried = whileShowing(
    context,
    'Asking Spotify whether it lives',
    tryToken({ clientId, refreshToken, authorizedAt }, context).catch((error: unknown) => {
      throw asNotKept(error, context);
    }),
  );
  const { outcome } = await finishDespiteInterrupt(
    context,
    tried.then(({ tokens, clientSecret }) => keep({ tokens, wanted: { clientId, clientSecret } }, given, context)),
  );
  return outcome;
}

/** With the secret if there is one; where that does not suit, once with the client ID alone. A secret that served is kept. */
async function tryToken(
  token: { readonly clientId: string; readonly refreshToken: string; readonly authorizedAt: number | undefined },
  { environment, endpoints, fetch, clock }: CommandContext,
): Promise<{ readonly tokens: TokenSet; readonly clientSecret: string | undefined }> {
  const refresh = async (clientSecret: string | undefined) => ({
    tokens: await refreshTokens({ ...token, clientSecret, endpoints, fetch, now: () => clock.now() }),
    clientSecret,
  });
  const { clientSecret } = environment;
  if (!clientSecret) return refresh(undefined);
  try {
    return await refresh(clientSecret);
  } catch (error) {
    const unsuited = ['invalid_client', 'client_secret_wrong', 'invalid_request'];
    if (error instanceof RefrainError && unsuited.includes(error.code)) return refresh(undefined);
    throw error;
  }
}

/** A refused token that is not kept is not tried again either, whatever its age: its owner has to look at it. */
function asNotKept(error: unknown, { refrain }: CommandContext): unknown {
  if (!(error instanceof RefrainError)) return error;
  const said = error.spotifySaid === undefined ? {} : { spotifySaid: error.spotifySaid };
  if (error.code === 'refresh_token_suspect') return new RefrainError('refresh_token_refused', said);
  // Nothing of it is kept that could be renewed.
  const cure = `Get a new one: ${refrain('login')}`;
  return error.code === 'refresh_token_expired' ? new RefrainError('refresh_token_expired', { ...said, cure }) : error;
}
