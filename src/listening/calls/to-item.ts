import { itemKinds, type Item } from '../item.ts';
import { spotifyLink, usableImages } from '../links.ts';
import { toDuration, toFields, toList, toText } from '../wire.ts';

/**
 * Makes an item from the Web API's format. `playedAt` is null.
 * @returns undefined if it is not a track, an episode or an artist
 */
export function toItem(value: unknown): Item | undefined {
  const wire = toFields(value);
  const { type = 'track' } = wire ?? {};
  const kind = wire && itemKinds.find((kind) => kind === type);
  if (!kind) return undefined;
  const isTrack = kind === 'track';
  const isEpisode = kind === 'episode';
  const collection = toFields(wire[isEpisode ? 'show' : 'album']);
  const title = toText(collection?.['name']) ?? null;
  const images = usableImages(wire['images']);
  return {
    kind,
    name: toText(wire['name']) ?? '',
    artists: isTrack ? toList(wire['artists'], (artist) => toText(toFields(artist)?.['name'])) : [],
    album: isTrack ? title : null,
    show: isEpisode ? title : null,
    url: spotifyLink(toFields(wire['external_urls'])?.['spotify']) ?? null,
    images: images.length ? images : usableImages(collection?.['images']),
    explicit: wire['explicit'] === true,
    isLocal: wire['is_local'] === true,
    durationMs: isTrack || isEpisode ? toDuration(wire['duration_ms']) || null : null,
    playedAt: null,
  };
}

/** Whether two items are the same track, episode or artist, whenever they were played. */
export function isSameItem(one: Item, other: Item): boolean {
  if (one.url !== null || other.url !== null) return one.url === other.url;
  return identify(one) === identify(other);
}

/** For local files, and for practice, where items have no link. */
const identify = (item: Item): string => JSON.stringify({ ...item, images: [], playedAt: null });
