import type { Artist, Track } from './catalogue.ts';
import { jules } from './jules.ts';
import type { Listener } from './listener.ts';
import { maya } from './maya.ts';
import { newcomer } from './newcomer.ts';
import { noor } from './noor.ts';

/** All who can sign in; the first is chosen where nobody is. Names and works are invented. */
export const listeners: readonly [Listener, ...Listener[]] = [maya, noor, jules, newcomer];

export function listenerWith(id: string | undefined): Listener | undefined {
  return listeners.find((listener) => listener.id === id);
}

const tracksWithId = listeners.flatMap(({ rotation }) => rotation).filter(({ kind }) => kind === 'track');

/** An id that Spotify has too, for programs that ask for one track by its id: here an invented one stands behind it. */
const askedByPrograms = '3n3Ppam7vgaVa1iaRUc9Lp';

/** Every track that has an id, by that id: what catalogue calls can find. */
export const catalogueTracks: ReadonlyMap<string, Track> = new Map([
  ...tracksWithId.map((track) => [track.id, track] as const),
  ...tracksWithId.slice(0, 1).map((track) => [askedByPrograms, { ...track, id: askedByPrograms }] as const),
]);

export const catalogueArtists: ReadonlyMap<string, Artist> = new Map(
  [...catalogueTracks.values()].flatMap(({ artists }) => artists).map((artist) => [artist.id, artist]),
);
