import type { Artist, Track } from './catalogue.ts';
import { jules } from './jules.ts';
import type { Listener } from './listener.ts';
import { maya } from './maya.ts';
import { newcomer } from './newcomer.ts';
import { noor } from './noor.ts';

/** Everyone who can sign in; the first is the default. Names and works are invented. */
export const listeners: readonly [Listener, ...Listener[]] = [maya, noor, jules, newcomer];

export function findListener(id: string | undefined): Listener | undefined {
  return listeners.find((listener) => listener.id === id);
}

const tracksWithId = listeners.flatMap(({ rotation }) => rotation).filter(({ kind }) => kind === 'track');

/** An id that exists at Spotify too, for programs that request one track by id. Here it is an invented track. */
const askedByPrograms = '3n3Ppam7vgaVa1iaRUc9Lp';

/** Every track with an id, by its id, for catalogue calls. */
export const catalogueTracks: ReadonlyMap<string, Track> = new Map([
  ...tracksWithId.map((track) => [track.id, track] as const),
  ...tracksWithId.slice(0, 1).map((track) => [askedByPrograms, { ...track, id: askedByPrograms }] as const),
]);

export const catalogueArtists: ReadonlyMap<string, Artist> = new Map(
  [...catalogueTracks.values()].flatMap(({ artists }) => artists).map((artist) => [artist.id, artist]),
);
