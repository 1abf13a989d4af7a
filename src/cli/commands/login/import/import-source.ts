import { RefrainError } from '../../../../errors/refrain-error.ts';
import { TokenSet } from '../../../../grants/token-set.ts';
import type { CommandContext } from '../../../context/context.ts';
import { openKeeperIn, type OpenedKeeper } from '../../../profile/open-keeper.ts';
import { findRecord, isOfApp, readSavedRecords } from '../../../profile/records/saved-records.ts';
import { waitForSave } from '../../../profile/use-token.ts';
import type { LoginApp } from '../save-login.ts';

/** New tokens, and the client secret if they need it. */
export interface TriedToken {
  readonly tokens: TokenSet;
  readonly clientSecret: string | undefined;
}

/** What the user enters. */
export interface TokenToImport {
  readonly refreshToken: string;
  /** Epoch milliseconds. */
  readonly authorizedAt: number | undefined;
}

/**
 * Finds the record that has the token to import, or the token that replaced it. Undefined if there is none, or if the
 * token was saved here before and still works, because the app does not rotate.
 * @throws RefrainError `refresh_token_in_doubt` for a single-use token that a logout has deleted: it may have been used
 */
export async function findSource(
  { refreshToken, clientId, clientSecret }: TokenToImport & LoginApp,
  context: CommandContext,
): Promise<OpenedKeeper | undefined> {
  const app = { accountsUrl: context.endpoints.accountsUrl, clientId };
  const records = (await readSavedRecords(context)).filter((saved) => isOfApp(saved, app));
  // A record may know a token only because it was in the variable during a login. So the one that holds it comes first,
  // then one that has refreshed since its consent, whose token may have replaced it.
  const holding = records.filter(({ record }) => record.token?.refreshToken === refreshToken);
  const refreshed = records.filter(({ record }) => record.token && record.token.step > 0);
  const found =
    (await findRecord(refreshToken, app, holding)) ??
    (await findRecord(refreshToken, app, refreshed)) ??
    (await findRecord(refreshToken, app, records));
  if (!found) return undefined;
  const { token, rotates } = found.record;
  if (!token && rotates) {
    throw new RefrainError('refresh_token_in_doubt', {
      detail: 'It was saved here before, and may have been used.',
      cure: `To get a new one, run \`${context.refrain(signInOf(context))}\`.`,
    });
  }
  // No refresh has replaced a token since this consent, so the token to import belongs to an earlier one.
  const isEarlier = token?.step === 0 && token.refreshToken !== refreshToken;
  if (!token || (isEarlier && !rotates)) return undefined;
  return { ...found, keeper: openKeeperIn(context, found.folder, { clientId, clientSecret }) };
}

/** The command that gets a new token by a sign-in. */
export function signInOf({ command }: Pick<CommandContext, 'command'>): 'login' | 'renew' {
  return command === 'renew' ? 'renew' : 'login';
}

/** Refreshes the token of a record, also if it is uncertain: the user asked for it. */
export async function refreshSource(
  source: OpenedKeeper,
  { authorizedAt }: TokenToImport,
  context: CommandContext,
): Promise<TriedToken> {
  const { keeper } = source;
  await waitForSave(source, context, keeper.refreshNow({ evenIfUncertain: true }));
  const [accessToken, secrets, state] = [await keeper.accessToken(), await keeper.secrets(), await keeper.state()];
  const { grant, scopes, askedScopes, accessTokenExpiresAt } = state;
  const tokens = new TokenSet({
    grant,
    accessToken,
    refreshToken: secrets?.refreshToken,
    scopes,
    askedScopes,
    authorizedAt: authorizedAt ?? state.authorizedAt,
    obtainedAt: context.clock.now(),
    rotated: state.rotates,
    accessTokenExpiresAt,
  });
  return { tokens, clientSecret: secrets?.clientSecret };
}
