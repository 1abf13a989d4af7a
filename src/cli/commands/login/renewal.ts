import type { ConsentGrant } from '../../../grants/grant.ts';
import type { KeptState } from '../../../keeper/record/state.ts';
import type { TokenKeeper } from '../../../keeper/token-keeper.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { readClientId } from '../../../text/values/client-id.ts';
import type { CommandContext } from '../../context/context.ts';
import { scopesWanted } from '../../terminal/scope-flags.ts';
import { usageError } from '../../context/usage-error.ts';
import type { SignInFlags } from './flags.ts';
import { questionsFor } from './prompts.ts';
import { secretFor } from './options.ts';

/** The same consent again: what the kept token was got with, unless a flag says otherwise. */
export interface Renewal {
  readonly grant: ConsentGrant;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** Whether the secret was given now, and is to be kept instead of the one before. */
  readonly isNewSecret: boolean;
  readonly scopes: readonly string[];
}

/**
 * @throws RefrainError `not_logged_in`, `accounts_url_mismatch`, `client_id_mismatch`, `wrong_usage` where something is
 * not known and nobody can be asked
 */
export async function renewalOf(
  before: KeptState,
  keeper: TokenKeeper,
  given: SignInFlags,
  context: CommandContext,
): Promise<Renewal> {
  const clientId = renewableId(before, given, context);
  const secrets = await keeper.secrets();
  const kept = secrets?.clientSecret;
  const grant = (given.grant ??
    before.grant ??
    (kept ? 'authorization_code' : 'authorization_code_pkce')) as ConsentGrant;
  const isAsked = grant === 'authorization_code' && (given.clientSecretStdin || !kept);
  return {
    grant,
    clientId,
    clientSecret: grant !== 'authorization_code' ? undefined : isAsked ? await secretFor(given, context) : kept,
    isNewSecret: Boolean(isAsked),
    scopes: scopesWanted(given) ?? (await sameScopes(before, context)),
  };
}

function renewableId({ state, clientId, accountsUrl }: KeptState, given: SignInFlags, context: CommandContext): string {
  if (state === 'none' || clientId === undefined) throw new RefrainError('not_logged_in');
  if (accountsUrl !== context.endpoints.accountsUrl) {
    throw new RefrainError('accounts_url_mismatch', { detail: `It is kept for ${accountsUrl ?? 'another'}` });
  }
  if (given.clientId !== undefined && readClientId(given.clientId) !== clientId) {
    throw new RefrainError('client_id_mismatch');
  }
  return clientId;
}

/** The scopes that were asked for; of a token from elsewhere, those that it has. */
async function sameScopes(before: KeptState, context: CommandContext): Promise<readonly string[]> {
  if (before.grant !== undefined) return before.askedScopes;
  if (before.scopes !== undefined) return before.scopes;
  if (context.isTerminal) return (await questionsFor(context)).scopes();
  throw usageError('Which scopes the token has is not known: name them with --scope or --preset.');
}
