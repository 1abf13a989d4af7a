import { RefrainError } from '../../errors/refrain-error.ts';
import type { CommandText } from '../context/command-text.ts';

/**
 * A refusal of a token that stands in a variable and nowhere else: nothing of it is kept, so that nothing is tried again
 * by itself, and there is no profile to renew.
 * @param refrain a command as it is typed, with its profile
 */
export function refusedInVariable(error: RefrainError, refrain: CommandText): RefrainError {
  const login = `${refrain('login')}, then put its token where SPOTIFY_REFRESH_TOKEN is set: ${refrain('env --help')}`;
  const cures: Partial<Record<RefrainError['code'], string>> = {
    refresh_token_suspect:
      `Check that SPOTIFY_REFRESH_TOKEN holds the whole token, of this client ID. Spotify has been mistaken before, ` +
      `so it is worth another try later. For a new one: ${login}`,
    refresh_token_expired: `Get a new one: ${login}`,
  };
  const cure = cures[error.code];
  if (cure === undefined) return error;
  const { code, spotifySaid, cause } = error;
  return new RefrainError(code, { cure, cause, ...(spotifySaid !== undefined && { spotifySaid }) });
}
