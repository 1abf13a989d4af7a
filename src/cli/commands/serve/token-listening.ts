import { createListening } from '../../../listening/create-listening.ts';
import type { ListeningForHandler } from '../../../listening/listening.ts';
import { spotify, type Endpoints } from '../../../spotify/endpoints.ts';
import type { CommandContext } from '../../context/context.ts';
import type { OpenedKeeper } from '../../profile/open-keeper.ts';
import { fileCache, listsFolder } from './file-cache.ts';

/** Where artwork is, if not on Spotify's image hosts: a test server serves it itself. */
export const imageOriginOf = ({ apiUrl }: Endpoints): string | undefined =>
  apiUrl === spotify.apiUrl ? undefined : apiUrl;

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
      imageOrigin: imageOriginOf(endpoints),
      fetchImage: fetch,
    },
    cache: fileCache(listsFolder(folder)),
    clock,
    hasPlayer,
  });
}
