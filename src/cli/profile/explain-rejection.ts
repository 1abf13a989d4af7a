import { isRefrainError, RefrainError } from '../../errors/refrain-error.ts';
import type { CommandText } from '../context/command-text.ts';
import type { RecordPlace } from './records/saved-records.ts';

/**
 * Rewords two errors: the rejection of a variable's token, because the variable is the likeliest cause and cannot be
 * renewed; and a missing token in a job, because no person can log in there.
 * @param isJob whether it is a job, in which no person can sign in. Default: false
 */
export function explainRejection<Thrown>(
  error: Thrown,
  { profile }: Pick<RecordPlace, 'profile'>,
  refrain: CommandText,
  isJob = false,
): Thrown | RefrainError {
  if (!isRefrainError(error)) return error;
  const push = `\`${refrain('push github')}\``;
  const isEmptyJob = isJob && profile !== undefined && error.code === 'not_logged_in';
  if (isEmptyJob) {
    const cure = `This job has no token. On your own machine, run \`${refrain('login')}\` and then ${push}.`;
    return new RefrainError('not_logged_in', { cure, cause: error.cause });
  }
  if (profile !== undefined) return error;
  const login = isJob
    ? `run \`${refrain('login')}\` on your own machine, and copy it here: ${push}.`
    : `run \`${refrain('login')}\`. The new token is used from then on, also if the variable is still set.`;
  const cures: Partial<Record<RefrainError['code'], string>> = {
    refresh_token_suspect:
      `Check that SPOTIFY_REFRESH_TOKEN holds the whole token and belongs to this client ID. Spotify sometimes rejects ` +
      `a good token, so try again later. To get a new one, ${login}`,
    refresh_token_expired: `To get a new one, ${login}`,
    refresh_token_in_doubt: `To get a new one, ${login}`,
    not_logged_in: `The token in SPOTIFY_REFRESH_TOKEN was logged out here. To get a new one, ${login}`,
  };
  const cure = cures[error.code];
  if (cure === undefined) return error;
  const { code, spotifySaid, retryAt, cause } = error;
  return new RefrainError(code, {
    cure,
    cause,
    ...(spotifySaid !== undefined && { spotifySaid }),
    ...(retryAt !== undefined && { retryAt }),
  });
}
