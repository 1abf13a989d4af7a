import { refreshTokens } from '../../../../grants/refresh.ts';
import { isAboutApp } from '../../../../errors/rejection.ts';
import { isRefrainError, RefrainError } from '../../../../errors/refrain-error.ts';
import { findClientId, readRefreshToken } from '../../../../text/values/credentials.ts';
import { findConsentDate } from '../../../../text/values/consent-date.ts';
import type { CommandOutcome } from '../../../context/command.ts';
import type { CommandContext } from '../../../context/context.ts';
import { usageError } from '../../../context/usage-error.ts';
import { authorizedAtFrom } from '../../../profile/authorized-at.ts';
import type { OpenedKeeper } from '../../../profile/open-keeper.ts';
import { proveProfileStore } from '../../../profile/records/record-folders.ts';
import { warnIfUnsaved } from '../../../profile/warn-if-unsaved.ts';
import { finishDespiteInterrupt, unlessInterrupted } from '../../../terminal/interrupts.ts';
import { whileShowing } from '../../../terminal/progress.ts';
import { readAll } from '../../../terminal/stdin.ts';
import { checkEntered, fillField } from '../../../context/entered-values.ts';
import { wrapFor } from '../../../terminal/text.ts';
import type { SignInFlags } from '../flags.ts';
import type { ImportTarget } from './import-target.ts';
import { createPrompts, type Prompts } from '../prompts.ts';
import { findSource, refreshSource, signInOf, type TokenToImport, type TriedToken } from './import-source.ts';
import type { LoginApp } from '../save-login.ts';

/**
 * Imports a refresh token: tries it once, so that a wrong one replaces nothing, and saves what Spotify sends back. If it
 * is saved here already, perhaps replaced since, its newest token moves to the profile.
 */
export async function importToken(
  flags: SignInFlags,
  context: CommandContext,
  target: ImportTarget,
): Promise<CommandOutcome> {
  if (flags.clientSecretStdin) {
    throw usageError('--with-token reads the token from standard input. Set SPOTIFY_CLIENT_SECRET for the secret.');
  }
  if (flags.scope || flags.preset || flags.grant) {
    throw usageError(
      '--with-token cannot be combined with --scope, --preset or --grant. The token has its own scopes.',
    );
  }
  const enteredDate = flags.authorizedAt ?? context.environment.authorizedAt;
  if (enteredDate !== undefined) readDate(flags, enteredDate, context, () => {});
  // Spotify may answer with a new token, which must be saved.
  await proveProfileStore(context);
  const { text, refreshToken, prompts } = await readToken(context);
  const clientId = await target.clientId(findClientId(text));
  const date = fillField('date of consent', enteredDate, findConsentDate(text), say(context));
  const authorizedAt =
    date === undefined
      ? await prompts?.authorizedAt((typed, tell) => authorizedAtFrom(typed, 'The date', context.clock.now(), tell))
      : readDate(flags, date, context, say(context));
  const token = { refreshToken, authorizedAt, clientId, clientSecret: target.clientSecret };
  const source = await findSource(token, context);
  const attempt = (source ? refreshSource(source, token, context) : tryToken(token, context)).catch(
    (error: unknown) => {
      throw toImportError(error, context);
    },
  );
  const result = await finishDespiteInterrupt(
    context,
    whileShowing(context, 'Trying the token', attempt).then(async ({ tokens, clientSecret }) => {
      const saved = await target.save(tokens, {
        clientId,
        clientSecret,
        refreshToken,
        isSavedHere: source !== undefined,
      });
      return { ...saved, isMoved: saved.isSaved && source !== undefined && (await moveFrom(source, context)) };
    }),
  );
  const outcome = await result.finish();
  if (!result.isMoved || source?.profile === undefined) return outcome;
  return { ...outcome, messages: `${outcome.messages}Moved from profile \u201c${source.profile}\u201d.\n` };
}

/**
 * Deletes the token from the record that it was found in, unless that is this profile: one token must not have two
 * records.
 * @returns whether it was deleted there
 */
async function moveFrom(source: OpenedKeeper, context: CommandContext): Promise<boolean> {
  const { profile, keeper } = source;
  if (profile === context.profile) return false;
  const other = profile === undefined ? 'the record of SPOTIFY_REFRESH_TOKEN' : `profile \u201c${profile}\u201d`;
  const cure = 'Delete it there: two records of one token can break it.';
  return warnIfUnsaved(keeper.forget(), `The token is saved, but ${other} still has it too`, context, cure);
}

const say = (context: CommandContext) => {
  const wrap = wrapFor(context);
  return (line: string) => context.stderr.write(wrap(line));
};

/** The date of consent from the flag, the environment or the text with the token, epoch milliseconds. */
function readDate(
  flags: SignInFlags,
  date: string,
  { environment, clock }: CommandContext,
  tell: (line: string) => void,
): number | undefined {
  const source =
    date === flags.authorizedAt
      ? '--authorized-at'
      : date === environment.authorizedAt
        ? 'SPOTIFY_AUTHORIZED_AT'
        : 'The date beside the token';
  return authorizedAtFrom(date, source, clock.now(), tell);
}

/** Reads the token from standard input, or asks for it. `text` may name its client ID and date too. */
async function readToken(
  context: CommandContext,
): Promise<{ readonly text: string; readonly refreshToken: string; readonly prompts: Prompts | undefined }> {
  const { stdin, stdinIsTerminal, signal } = context;
  const prompts = stdinIsTerminal ? await createPrompts(context) : undefined;
  const text = prompts ? await prompts.refreshToken() : await unlessInterrupted(readAll(stdin), signal);
  const refreshToken = readRefreshToken(text);
  if (!refreshToken) throw usageError('There is no refresh token on standard input.');
  return { text, refreshToken: checkEntered(refreshToken, 'refresh_token', 'Standard input'), prompts };
}

/**
 * Refreshes once with the client secret, if there is one. If Spotify refuses the secret, refreshes with the client ID only.
 * @returns the new tokens, and the secret if it worked
 */
async function tryToken(
  { clientSecret, ...token }: TokenToImport & LoginApp,
  { endpoints, fetch, clock }: CommandContext,
): Promise<TriedToken> {
  const refresh = async (secret: string | undefined) => ({
    tokens: await refreshTokens({ ...token, clientSecret: secret, endpoints, fetch, now: () => clock.now() }),
    clientSecret: secret,
  });
  if (!clientSecret) return refresh(undefined);
  try {
    return await refresh(clientSecret);
  } catch (error) {
    if (isRefrainError(error) && isAboutApp(error.code)) return refresh(undefined);
    throw error;
  }
}

/** Nothing was saved, so the refused token cannot be tried again later or renewed. The error must not promise that. */
function toImportError(error: unknown, context: CommandContext): unknown {
  if (!isRefrainError(error)) return error;
  const spotifySaid = error.spotifySaid === undefined ? {} : { spotifySaid: error.spotifySaid };
  if (error.code === 'refresh_token_suspect') return new RefrainError('refresh_token_refused', spotifySaid);
  if (error.code !== 'refresh_token_expired') return error;
  return new RefrainError('refresh_token_expired', {
    ...spotifySaid,
    cure: `Run \`${context.refrain(signInOf(context))}\` to get a new one.`,
  });
}
