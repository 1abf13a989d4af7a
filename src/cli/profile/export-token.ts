import type { KeptSecrets } from '../../keeper/secrets.ts';
import type { KeptState } from '../../keeper/record/state.ts';
import type { TokenKeeper } from '../../keeper/token-keeper.ts';
import { RefrainError } from '../../errors/refrain-error.ts';
import type { CommandContext } from '../context/context.ts';
import { variablesOf, type VariableName } from './variables.ts';
import { openKeeper } from './open-keeper.ts';

/** A kept token, ready to be handed on. */
export interface ExportToken {
  readonly keeper: TokenKeeper;
  readonly secrets: KeptSecrets;
  readonly state: KeptState;
  readonly variables: Readonly<Record<VariableName, string | undefined>>;
}

/**
 * Opens the profile for whoever takes its token elsewhere. Sends nothing.
 * @throws RefrainError `not_logged_in`; `accounts_url_mismatch` and `client_id_mismatch` where the environment names
 * another Spotify or app, for which the copy would then be taken
 */
export async function openForExport(context: CommandContext): Promise<ExportToken> {
  const { keeper } = openKeeper(context);
  const [secrets, state] = [await keeper.secrets(), await keeper.state()];
  if (!secrets) throw new RefrainError('not_logged_in');
  const { endpoints, environment } = context;
  if (state.accountsUrl !== endpoints.accountsUrl) throw new RefrainError('accounts_url_mismatch');
  if (environment.clientId && environment.clientId !== secrets.clientId) throw new RefrainError('client_id_mismatch');
  return { keeper, secrets, state, variables: variablesOf(secrets, endpoints) };
}
