import type { StoredRecord, TokenStore } from '../../keeper/stores/token-store.ts';
import { RefrainError } from '../../errors/refrain-error.ts';
import type { CommandText } from '../context/command-text.ts';

/** A store whose token may still exist only in SPOTIFY_REFRESH_TOKEN. */
export interface EnvOnlyStore extends TokenStore {
  /** Whether nothing has been saved: the token is only in the variable. */
  isEnvOnly(): boolean;
}

/**
 * A store for a token that a variable supplies at each start. It saves nothing while that token is in use. When Spotify
 * replaces the token, the new record is written to `target`. If `target` already has a record, that record is used.
 * @param refreshToken the token in the variable
 * @param onSaved called when the new token has been saved
 */
export function storeOnceRotated(target: TokenStore, refreshToken: string, onSaved: () => void): EnvOnlyStore {
  // The record is JSON, so the token appears in it as a JSON string.
  const quotedToken = JSON.stringify(refreshToken);
  let held: StoredRecord | undefined;
  let writes = 0;
  return {
    isEnvOnly: () => held !== undefined,
    async read() {
      return (await target.read()) ?? held;
    },
    async replace(record, version) {
      if (version !== held?.version) return target.replace(record, version);
      if (record.includes(quotedToken)) {
        if ((await target.read()) !== undefined) return false;
        held = { record, version: `unwritten-${++writes}` };
        return true;
      }
      if (!(await target.replace(record, undefined))) return false;
      held = undefined;
      onSaved();
      return true;
    },
    ...(target.setAside && { setAside: (version: string) => target.setAside?.(version) ?? Promise.reject() }),
  };
}

/**
 * Rewords the rejection of a token that is only in a variable: nothing is saved, so there is no automatic retry and no
 * profile to renew.
 */
export function explainEnvOnlyRejection(error: RefrainError, refrain: CommandText): RefrainError {
  const login =
    `run \`${refrain('login')}\`, then put the new token where SPOTIFY_REFRESH_TOKEN is set ` +
    `(\`${refrain('env --help')}\` shows how).`;
  const cures: Partial<Record<RefrainError['code'], string>> = {
    refresh_token_suspect:
      `Check that SPOTIFY_REFRESH_TOKEN holds the whole token and belongs to this client ID. Spotify sometimes rejects ` +
      `a good token, so try again later. To get a new one, ${login}`,
    refresh_token_expired: `To get a new one, ${login}`,
  };
  const cure = cures[error.code];
  if (cure === undefined) return error;
  const { code, spotifySaid, cause } = error;
  return new RefrainError(code, { cure, cause, ...(spotifySaid !== undefined && { spotifySaid }) });
}
