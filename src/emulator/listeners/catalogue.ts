import { spotifyId } from '../state/spotify-id.ts';

/** An invented artist. */
export interface Artist {
  readonly id: string;
  readonly name: string;
}

export interface Album {
  readonly id: string;
  readonly name: string;
  readonly artists: readonly Artist[];
  /** `YYYY-MM-DD`. */
  readonly releaseDate: string;
  readonly totalTracks: number;
}

/** An invented track; a local file has no ids, no links and no artwork. */
export interface Track {
  readonly kind: 'track' | 'local';
  readonly id: string;
  readonly name: string;
  readonly artists: readonly Artist[];
  readonly album: Album;
  readonly durationMs: number;
  readonly explicit: boolean;
  readonly trackNumber: number;
}

export interface Episode {
  readonly kind: 'episode';
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly show: { readonly id: string; readonly name: string; readonly publisher: string };
  readonly durationMs: number;
  readonly releaseDate: string;
}

/** Compact notation for an album: its tracks as `[title, m:ss, featured artists?, 'explicit'?]`. */
export interface AlbumNotes {
  readonly artist: string;
  readonly title: string;
  readonly released: string;
  readonly tracks: readonly (readonly [
    title: string,
    length: string,
    featured?: readonly string[],
    mark?: 'explicit',
  ])[];
}

const createArtist = (name: string): Artist => ({ id: spotifyId('artist', name), name });

/** The tracks of an album from its notes. */
export function tracksOf({ artist, title, released, tracks }: AlbumNotes): readonly Track[] {
  const id = spotifyId('album', artist, title);
  const artists = [createArtist(artist)];
  const album: Album = { id, name: title, artists, releaseDate: released, totalTracks: tracks.length };
  return tracks.map(([name, length, featured = [], mark], index) => ({
    kind: 'track',
    id: spotifyId('track', artist, title, name),
    name,
    artists: [...artists, ...featured.map(createArtist)],
    album,
    durationMs: milliseconds(length),
    explicit: mark === 'explicit',
    trackNumber: index + 1,
  }));
}

/** A file from the listener's own disk; each name may be empty. */
export function localFile(artist: string, album: string, name: string, length: string): Track {
  return {
    kind: 'local',
    id: '',
    name,
    artists: [{ id: '', name: artist }],
    album: { id: '', name: album, artists: [], releaseDate: '', totalTracks: 0 },
    durationMs: milliseconds(length),
    explicit: false,
    trackNumber: 0,
  };
}

export function episodeOf(
  notes: Omit<Episode, 'kind' | 'id' | 'show' | 'durationMs'> & {
    show: string;
    publisher: string;
    length: string;
  },
): Episode {
  const { name, description, releaseDate, show, publisher, length } = notes;
  return {
    kind: 'episode',
    id: spotifyId('episode', show, name),
    name,
    description,
    show: { id: spotifyId('show', show), name: show, publisher },
    durationMs: milliseconds(length),
    releaseDate,
  };
}

function milliseconds(length: string): number {
  return length.split(':').reduce((total, part) => total * 60 + Number(part), 0) * 1000;
}
