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

/** Every track that has an id, by that id: what catalogue calls can find. */
export const catalogueTracks: ReadonlyMap<string, Track> = new Map(
  listeners
    .flatMap(({ rotation }) => rotation)
    .filter(({ kind }) => kind === 'track')
    .map((track) => [track.id, track]),
);

export const catalogueArtists: ReadonlyMap<string, Artist> = new Map(
  [...catalogueTracks.values()].flatMap(({ artists }) => artists).map((artist) => [artist.id, artist]),
);
