import type { Grant } from '../../../grants/grant.ts';
import type { KeptState } from '../../../keeper/record/state.ts';
import { defaultPreset } from '../../../spotify/presets.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { readClientId } from '../../../text/values/client-id.ts';
import { readClientSecret } from '../../../text/values/client-secret.ts';
import type { CommandContext } from '../../context/context.ts';
import { wrapFor } from '../../terminal/text.ts';
import { openStored } from '../../profile/open-keeper.ts';
import { readAll } from '../../terminal/stdin.ts';
import { scopesWanted } from '../../terminal/scope-flags.ts';
import { usageError } from '../../context/usage-error.ts';
import type { SignInFlags } from './flags.ts';
import { oddClientIdWords, replacedWords } from './login-notes.ts';
import { questionsFor, type Questions } from './prompts.ts';
import { unlessInterrupted } from '../../terminal/interrupts.ts';

/** What a login is to get. */
export interface Wanted {
  readonly grant: Grant;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly scopes: readonly string[];
}

/**
 * What flags and environment say, and, on a terminal, what a person says of the rest. With no terminal nothing is asked:
 * the client ID may come from the profile, the scopes are the usual preset.
 * @throws RefrainError `wrong_usage` where something is lacking and nobody can be asked; `accounts_url_mismatch`
 */
export async function wantedOf(given: SignInFlags, context: CommandContext): Promise<Wanted> {
  const grant = (given.grant ?? 'authorization_code_pkce') as Grant;
  const needsSecret = grant === 'authorization_code' || grant === 'client_credentials';
  if (given.clientSecretStdin && !needsSecret) {
    throw usageError('--client-secret-stdin goes with --grant authorization_code; without it no secret is needed.');
  }
  const flagged = scopesWanted(given);
  const standing = await whatStands(context);
  const before = standing?.clientId;
  const folded = wrapFor(context);
  const { stderr } = context;
  if (standing && grant !== 'temporary' && grant !== 'client_credentials') {
    stderr.write(folded(replacedWords(standing, context)));
  }
  const ask = asking(context);

  const named = readClientId(given.clientId ?? '') || context.environment.clientId;
  if (named) stderr.write(folded(oddClientIdWords(named)));
  const clientId = named || (context.isTerminal ? await (await ask()).clientId(before) : before);
  if (!clientId) throw usageError('A client ID is needed: --client-id ID, or SPOTIFY_CLIENT_ID.');
  const scopes =
    grant === 'client_credentials'
      ? []
      : (flagged ?? (context.isTerminal ? await (await ask()).scopes() : defaultPreset.scopes));
  const clientSecret = needsSecret ? await secretFor(given, context, ask) : undefined;
  return { grant, clientId, clientSecret, scopes };
}

/** Loads the questions once, when the first is asked. */
function asking(context: CommandContext): () => Promise<Questions> {
  let questions: Promise<Questions> | undefined;
  return () => (questions ??= questionsFor(context));
}

/** The client secret: from standard input, the environment, or a person; never an argument. */
export async function secretFor(
  given: Pick<SignInFlags, 'clientSecretStdin'>,
  context: CommandContext,
  ask = asking(context),
): Promise<string> {
  const { environment, isTerminal, stdin, stdinIsTerminal, signal } = context;
  const asked = async () => (await ask()).clientSecret();
  const secret = given.clientSecretStdin
    ? // Typed at a terminal it would stand there for all to read: it is asked for instead.
      await (stdinIsTerminal ? asked() : unlessInterrupted(readAll(stdin), signal))
    : (environment.clientSecret ?? (isTerminal ? await asked() : undefined));
  const clientSecret = readClientSecret(secret ?? '');
  if (clientSecret) return clientSecret;
  throw usageError('A client secret is needed: SPOTIFY_CLIENT_SECRET, or --client-secret-stdin.');
}

/**
 * What stands in the profile now; undefined where nobody can read it.
 * @throws RefrainError `accounts_url_mismatch` where a token of another Spotify is kept there: it would be lost
 */
async function whatStands(context: CommandContext): Promise<KeptState | undefined> {
  try {
    const standing = await openStored(context, context.profile).state();
    const { state, accountsUrl } = standing;
    if (state !== 'none' && accountsUrl !== context.endpoints.accountsUrl) {
      throw new RefrainError('accounts_url_mismatch', { detail: `It is kept for ${accountsUrl ?? 'another'}` });
    }
    return standing;
  } catch (error) {
    // A login replaces what nobody can read.
    if (error instanceof RefrainError && error.code === 'record_corrupt') return undefined;
    throw error;
  }
}
