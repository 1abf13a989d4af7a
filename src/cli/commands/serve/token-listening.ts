import { createListening } from '../../../listening/create-listening.ts';
import type { ListeningForHandler } from '../../../listening/listening.ts';
import { spotify } from '../../../spotify/endpoints.ts';
import type { CommandContext } from '../../context/context.ts';
import type { OpenedKeeper } from '../../profile/open-keeper.ts';
import { fileCache, listsFolder } from './file-cache.ts';

/**
 * The lists of a saved token, cached in files beside it.
 * @param hasPlayer whether recent plays begin with what plays now
 */
export function createTokenListening(
  { keeper, folder }: OpenedKeeper,
  { clock, endpoints, fetch }: Pick<CommandContext, 'clock' | 'endpoints' | 'fetch'>,
  { hasPlayer }: { readonly hasPlayer: boolean },
): ListeningForHandler {
  return createListening({
    keeper: {
      fetch: keeper.fetch,
      state: () => keeper.state(),
      // A test server serves artwork itself.
      imageOrigin: endpoints.apiUrl === spotify.apiUrl ? undefined : endpoints.apiUrl,
      fetchImage: fetch,
    },
    cache: fileCache(listsFolder(folder)),
    clock,
    hasPlayer,
  });
}
