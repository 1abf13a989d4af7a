import { createTokenKeeper } from '../../keeper/create-token-keeper.ts';
import type { KeptState } from '../../keeper/record/state.ts';
import type { TokenStore } from '../../keeper/stores/token-store.ts';
import type { TokenKeeper, TokenKeeperOptions } from '../../keeper/token-keeper.ts';
import { countOf } from '../../text/dates.ts';
import { checkEntered } from '../context/entered-values.ts';
import type { CommandText } from '../context/command-text.ts';
import type { CommandContext } from '../context/context.ts';
import { checkWebApi } from '../context/environment.ts';
import { authorizedAtFrom } from './authorized-at.ts';
import { chooseRecordOfRun } from './records/choose-record.ts';
import { openRecordStore, profileFolder } from './records/record-folders.ts';
import { saveIfPossible, type UnsavedFlag, type UnsavedStore } from './records/unsaved.ts';
import type { RecordPlace } from './records/saved-records.ts';

/** A keeper, and where its token is saved. */
export interface OpenedKeeper extends RecordPlace {
  readonly keeper: TokenKeeper;
}

/**
 * Opens the keeper of the record that this run works on, with the app from the environment.
 * @param flags `unsaved`: go on if the record cannot be saved
 * @throws RefrainError as `checkWebApi`, `chooseRecordOfRun` and `openPlace` do
 */
export async function openKeeper(context: CommandContext, { unsaved }: UnsavedFlag = {}): Promise<OpenedKeeper> {
  checkWebApi(context.endpoints);
  const place = await chooseRecordOfRun(context);
  const store = openRecordStore(context, place.folder);
  const chosen = unsaved ? saveIfPossible(store, place.profile !== undefined) : store;
  return { ...place, keeper: openPlace(context, place, chosen) };
}

/**
 * Opens a record with the app from the environment. A variable's record gets the variable's token if it is new.
 * @throws RefrainError `wrong_usage` if SPOTIFY_AUTHORIZED_AT is not a date, or a variable surely holds something else
 */
export function openPlace(context: CommandContext, place: RecordPlace, store: TokenStore | UnsavedStore): TokenKeeper {
  const { environment, refrain, endpoints, fetch, clock, stderr } = context;
  const { clientId, clientSecret, refreshToken, authorizedAt } = environment;
  const readDate = () =>
    authorizedAt && authorizedAtFrom(authorizedAt, 'SPOTIFY_AUTHORIZED_AT', clock.now(), (line) => stderr.write(line));
  if (place.profile === undefined) {
    checkEntered(refreshToken ?? '', 'refresh_token', 'SPOTIFY_REFRESH_TOKEN');
    checkEntered(clientId ?? '', 'client_id', 'SPOTIFY_CLIENT_ID');
  }
  return createTokenKeeper({
    store,
    app: { clientId, clientSecret },
    seed: place.profile === undefined ? { refreshToken, authorizedAt: readDate() || undefined } : undefined,
    endpoints,
    fetch,
    clock,
    onChange: (now, before) => {
      const isUnsaved = 'isUnsaved' in store && store.isUnsaved();
      if (place.profile === undefined || isUnsaved) {
        stderr.write(rotationNote(now, before, { ...place, isUnsaved, refrain }));
      }
      stderr.write(expiryWarning(now, before, refrain('renew')));
    },
  });
}

type Outside = Pick<CommandContext, 'home' | 'fileSystem' | 'endpoints' | 'fetch' | 'clock'>;
type App = NonNullable<TokenKeeperOptions['app']>;

/** Opens a profile without anything from the environment: to show it, or to save a new token. */
export function openStored(context: Outside, profile: string, app: App = {}): TokenKeeper {
  return openKeeperIn(context, profileFolder(context.home, profile), app);
}

/** The same for the folder of any record. */
export function openKeeperIn(context: Outside, folder: string, app: App = {}): TokenKeeper {
  const { endpoints, fetch, clock } = context;
  return createTokenKeeper({ store: openRecordStore(context, folder), app, endpoints, fetch, clock });
}

/** Says once that a variable's token was replaced, because the variable is likely to be used on other machines too. */
function rotationNote(
  now: Pick<KeptState, 'rotates'>,
  before: Pick<KeptState, 'rotates'>,
  {
    folder,
    isUnsaved,
    refrain,
  }: { readonly folder: string; readonly isUnsaved: boolean; readonly refrain: CommandText },
): string {
  if (!now.rotates || (before.rotates && !isUnsaved)) return '';
  if (isUnsaved) {
    return `Spotify has replaced the refresh token. The new one is not saved (--unsaved), and the old one no longer works.\n`;
  }
  return (
    `Spotify has replaced the refresh token. The new one is saved in ${folder}.\n` +
    `The one in SPOTIFY_REFRESH_TOKEN works only here from now on. To get the new one: ${refrain('env -')}\n`
  );
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
