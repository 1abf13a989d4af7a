import { isLive } from '../../../keeper/record/record.ts';
import { isRefrainError, RefrainError } from '../../../errors/refrain-error.ts';
import type { CommandContext } from '../../context/context.ts';
import { listOf } from '../../terminal/text.ts';
import { readSavedRecords } from './saved-records.ts';

type Context = Pick<CommandContext, 'home' | 'fileSystem' | 'profile' | 'refrain' | 'subject'>;

/**
 * Adds to `not_logged_in` which other profiles have a token: the likeliest cause is a missing `--profile`.
 * @returns any other error unchanged
 */
export async function suggestProfile<Thrown>(error: Thrown, context: Context): Promise<Thrown | RefrainError> {
  // A variable's record has no profile, so no other one was meant.
  if (!isRefrainError(error) || error.code !== 'not_logged_in' || !context.subject.profile) return error;
  const others = await otherProfiles(context);
  if (others.length === 0) return error;
  const has =
    others.length > 1 ? `Profiles ${listOf(others.map(quote))} have one` : `Profile ${others.map(quote)} has one`;
  return new RefrainError('not_logged_in', {
    detail: `Profile ${quote(context.profile)} has no token.`,
    cure: `${has}: add \`--profile ${others[0]}\`. For a new one: \`${context.refrain('login')}\`.`,
  });
}

const quote = (name: string) => `\u201c${name}\u201d`;

async function otherProfiles(context: Pick<Context, 'home' | 'fileSystem' | 'profile'>): Promise<readonly string[]> {
  try {
    const records = await readSavedRecords(context);
    return records.flatMap(({ profile: name, record }) =>
      name && name !== context.profile && isLive(record) ? [name] : [],
    );
  } catch {
    return [];
  }
}
