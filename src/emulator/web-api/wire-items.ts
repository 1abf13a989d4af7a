import type { Album, Artist, Episode, Track } from '../listeners/catalogue.ts';
import type { Listener } from '../listeners/listener.ts';

/** Items in the Web API's format, in the shorter form of development mode (no popularity, no markets). */
export class WireItems {
  readonly #origin: string;

  /** @param origin the emulator's origin, for `href`, `next` and artwork */
  constructor(origin: string) {
    this.#origin = origin;
  }

  images(id: string, sizes: readonly number[] = [640, 300, 64]) {
    return sizes.map((size) => ({ url: `${this.#origin}/artwork/${id}/${size}.png`, height: size, width: size }));
  }

  #identity(type: string, id: string) {
    return {
      external_urls: { spotify: `https://open.spotify.com/${type}/${id}` },
      href: `${this.#origin}/v1/${type}s/${id}`,
      id,
      type,
      uri: `spotify:${type}:${id}`,
    };
  }

  artist({ id, name }: Artist) {
    if (id === '') return { external_urls: {}, href: null, id: null, name, type: 'artist', uri: null };
    return { ...this.#identity('artist', id), name };
  }

  /** An artist with the fields of the full object. */
  fullArtist(artist: Artist) {
    return { ...this.artist(artist), genres: [], images: this.images(artist.id, [640, 320, 160]) };
  }

  album({ id, name, artists, releaseDate, totalTracks }: Album) {
    return {
      ...this.#identity('album', id),
      album_type: totalTracks > 1 ? 'album' : 'single',
      artists: artists.map((artist) => this.artist(artist)),
      images: this.images(id),
      name,
      release_date: releaseDate,
      release_date_precision: 'day',
      total_tracks: totalTracks,
    };
  }

  track(track: Track) {
    if (track.kind === 'local') return this.#localFile(track);
    return {
      ...this.#identity('track', track.id),
      album: this.album(track.album),
      artists: track.artists.map((artist) => this.artist(artist)),
      disc_number: 1,
      duration_ms: track.durationMs,
      explicit: track.explicit,
      is_local: false,
      is_playable: true,
      name: track.name,
      track_number: track.trackNumber,
    };
  }

  #localFile({ name, artists, album, durationMs }: Track) {
    const parts = [artists[0]?.name ?? '', album.name, name].map((part) =>
      encodeURIComponent(part).replaceAll('%20', '+'),
    );
    return {
      album: {
        album_type: null,
        artists: [],
        external_urls: {},
        href: null,
        id: null,
        images: [],
        name: album.name,
        release_date: null,
        release_date_precision: null,
        type: 'album',
        uri: null,
      },
      artists: artists.map((artist) => this.artist(artist)),
      disc_number: 0,
      duration_ms: durationMs,
      explicit: false,
      external_urls: {},
      href: null,
      id: null,
      is_local: true,
      name,
      track_number: 0,
      type: 'track',
      uri: `spotify:local:${parts.join(':')}:${Math.round(durationMs / 1000)}`,
    };
  }

  /** An episode without artwork of its own, as at Spotify: clients must take the show's. */
  episode({ id, name, description, show, durationMs, releaseDate }: Episode) {
    return {
      ...this.#identity('episode', id),
      description,
      duration_ms: durationMs,
      explicit: false,
      images: [],
      is_externally_hosted: false,
      is_playable: true,
      name,
      release_date: releaseDate,
      release_date_precision: 'day',
      show: {
        ...this.#identity('show', show.id),
        name: show.name,
        publisher: show.publisher,
        images: this.images(show.id),
      },
    };
  }

  profile({ id, accountId, displayName, pictured }: Listener) {
    return {
      account_id: accountId,
      display_name: displayName,
      external_urls: { spotify: `https://open.spotify.com/user/${encodeURIComponent(id)}` },
      href: `${this.#origin}/v1/users/${encodeURIComponent(id)}`,
      id,
      images: pictured ? this.images(accountId, [300, 64]) : [],
      type: 'user',
      uri: `spotify:user:${id}`,
    };
  }

  /** The `context` of a play from an album. */
  albumContext({ id }: Album) {
    const { external_urls, href, type, uri } = this.#identity('album', id);
    return { external_urls, href, type, uri };
  }
}
