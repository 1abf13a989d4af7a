import type { Item } from '../item.ts';
import { spotifyLink, usableImages } from '../links.ts';
import type { WireItem } from '../wire.ts';

/**
 * Makes an item from the Web API's format.
 * @param playedAt when the play ended, epoch milliseconds; null outside the list of recent plays
 * @returns undefined if it is not a track, an episode or an artist
 */
export function toItem(wire: WireItem, playedAt: number | null = null): Item | undefined {
  const { type, album, show } = wire;
  if (type === 'unknown') return undefined;
  const images = usableImages(wire.images);
  const collection = type === 'episode' ? show : album;
  return {
    kind: type,
    name: wire.name ?? '',
    artists: type === 'track' ? wire.artists.map(({ name }) => name) : [],
    album: (type === 'track' && album?.name) || null,
    show: (type === 'episode' && show?.name) || null,
    url: spotifyLink(wire.external_urls?.spotify) ?? null,
    images: images.length > 0 ? images : usableImages(collection?.images ?? []),
    explicit: wire.explicit,
    isLocal: wire.is_local,
    durationMs: (type !== 'artist' && wire.duration_ms) || null,
    playedAt,
  };
}

/** Whether two items are the same track, episode or artist, whenever they were played. */
export function isSameItem(one: Item, other: Item): boolean {
  if (one.url !== null || other.url !== null) return one.url === other.url;
  return identify(one) === identify(other);
}

/** For local files, and for practice, where items have no link. */
function identify({ kind, name, artists, album, show, durationMs }: Item): string {
  return JSON.stringify([kind, name, artists, album, show, durationMs]);
}
