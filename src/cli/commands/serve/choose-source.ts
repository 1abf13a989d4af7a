import { RefrainError } from '../../../errors/refrain-error.ts';
import type { CommandContext } from '../../context/context.ts';
import { usageError } from '../../context/usage-error.ts';
import { openKeeper, type OpenedKeeper } from '../../profile/open-keeper.ts';
import { openRecordStore } from '../../profile/records/record-folders.ts';
import type { UnsavedFlag } from '../../profile/records/unsaved.ts';

/**
 * Chooses what is served: the lists of a token, or practice. Invented songs must never appear on a real site, so
 * practice needs a loopback address, and without `--practice` also a profile that never had a token.
 * @returns undefined for practice
 * @throws RefrainError `wrong_usage`, `not_logged_in`; as `openKeeper` does
 */
export async function chooseSource(
  context: CommandContext,
  { practice, isLoopback, unsaved }: UnsavedFlag & { readonly practice: boolean; readonly isLoopback: boolean },
): Promise<OpenedKeeper | undefined> {
  if (practice) {
    if (!isLoopback) throw usageError('Practice is served only on this machine. Leave out --host.');
    return undefined;
  }
  const opened = await openKeeper(context, { unsaved });
  const { state } = await opened.keeper.state();
  if (state !== 'none') return opened;
  const hadToken = (await openRecordStore(context, opened.folder).read()) !== undefined;
  if (hadToken || !isLoopback) throw new RefrainError('not_logged_in');
  return undefined;
}
