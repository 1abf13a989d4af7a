import type { KeptSecrets } from '../../keeper/secrets.ts';
import type { KeptState } from '../../keeper/record/state.ts';
import type { TokenKeeper } from '../../keeper/token-keeper.ts';
import { RefrainError } from '../../errors/refrain-error.ts';
import type { CommandText } from '../context/command-text.ts';
import type { CommandContext } from '../context/context.ts';
import { toVariables, type VariableName } from './variables.ts';
import { openKeeper } from './open-keeper.ts';
import { stateWarnings } from './use-token.ts';

/** A saved token, ready to be copied elsewhere. */
export interface ExportToken {
  readonly keeper: TokenKeeper;
  /** Undefined for the record of a token in SPOTIFY_REFRESH_TOKEN. */
  readonly profile: string | undefined;
  readonly secrets: KeptSecrets;
  readonly state: KeptState;
  readonly variables: Readonly<Record<VariableName, string | undefined>>;
}

/**
 * Opens the record of this run for a command that copies its token elsewhere. Sends nothing.
 * @throws RefrainError `not_logged_in`; `accounts_url_mismatch` or `client_id_mismatch` if the environment names another
 *   server or app, because the copy would be mistaken for theirs
 */
export async function openForExport(context: CommandContext): Promise<ExportToken> {
  const { keeper, profile } = await openKeeper(context);
  const [secrets, state] = [await keeper.secrets(), await keeper.state()];
  if (!secrets) throw new RefrainError('not_logged_in');
  const { endpoints, environment } = context;
  if (state.accountsUrl !== endpoints.accountsUrl) {
    throw new RefrainError('accounts_url_mismatch', { detail: state.accountsUrl });
  }
  if (environment.clientId && environment.clientId !== secrets.clientId) throw new RefrainError('client_id_mismatch');
  return { keeper, profile, secrets, state, variables: toVariables(secrets, endpoints) };
}

/**
 * Warnings for a user who copies a token elsewhere; sentences without line breaks.
 * @param copy names the copy, as in `the copy in .env`
 */
export function exportWarnings(
  kept: Pick<KeptState, 'state' | 'rotates' | 'grant'>,
  { hasSecret, copy, refrain }: { readonly hasSecret: boolean; readonly copy: string; readonly refrain: CommandText },
): readonly string[] {
  return [
    ...stateWarnings(kept.state, refrain),
    ...(kept.rotates
      ? [
          `Each refresh token of this app works once: a refresh here makes ${copy} invalid, and a refresh there makes the one here invalid. Refresh it in one place only.`,
        ]
      : []),
    ...(kept.grant === 'authorization_code' && !hasSecret
      ? ['This token needs the client secret to refresh, and none is saved here: set SPOTIFY_CLIENT_SECRET there.']
      : []),
  ];
}
