import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import { RefrainError } from '../../errors/refrain-error.ts';

/**
 * Makes sure that a folder can be written, or made where it is missing: asked before a person is sent for a consent that
 * could not be kept.
 * @throws RefrainError `store_failed`
 */
export async function checkWritable(folder: string): Promise<void> {
  for (let place = folder; ; place = dirname(place)) {
    try {
      return await access(place, constants.W_OK | constants.X_OK);
    } catch (error) {
      const { code = 'unknown' } = error as { code?: string };
      if (code === 'ENOENT' && dirname(place) !== place) continue;
      throw new RefrainError('store_failed', { detail: `${place}: ${code}`, cause: { code } });
    }
  }
}
