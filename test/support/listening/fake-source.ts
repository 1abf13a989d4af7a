import type { KeptState } from '../../../src/index.ts';
import type { Source } from '../../../src/listening/index.ts';
import { jsonAnswer } from '../spotify/recording-fetch.ts';

/** Answers by a part of the path. */
export type Answers = Record<string, () => Response | Promise<Response>>;

/** A source whose answers the test writes. */
export interface FakeSource extends Source {
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  /** How often the state was read. */
  stateReads: number;
  /** By a part of the path. A path without one gets 404. */
  readonly answers: Map<string, () => Response | Promise<Response>>;
  /** What `state` gives. It rejects if this is undefined. */
  now: Partial<KeptState> | undefined;
  state(): Promise<KeptState>;
  /** How often a path with this part was asked for. */
  count(part: string): number;
}

export const allScopes = ['user-read-recently-played', 'user-read-currently-playing', 'user-top-read'];

/** A source that is logged in as Maya, who has every scope and plays nothing. */
export function fakeSource(answers: Answers = {}): FakeSource {
  const source: FakeSource = {
    asked: [],
    stateReads: 0,
    answers: new Map(Object.entries({ 'currently-playing': nothingPlays, ...answers })),
    now: { state: 'live', account: { id: 'maya' }, scopes: allScopes, daysLeft: 100 },
    fetch: async (input) => {
      const path = String(input);
      source.asked.push(path);
      const [, answer] = [...source.answers].find(([part]) => path.includes(part)) ?? [];
      return answer ? answer() : jsonAnswer({ error: { status: 404, message: 'Not found' } }, 404);
    },
    async state() {
      source.stateReads++;
      if (!source.now) throw new Error('The store is gone.');
      return source.now as KeptState;
    },
    count: (part) => source.asked.filter((path) => path.includes(part)).length,
  };
  return source;
}

const nothingPlays = () => new Response(null, { status: 204 });

/** A track in the Web API's format. */
export function wireTrack(name: string, more: Record<string, unknown> = {}) {
  return {
    type: 'track',
    id: `id-${name}`,
    name,
    duration_ms: 200_000,
    explicit: false,
    is_local: false,
    external_urls: { spotify: `https://open.spotify.com/track/${encodeURIComponent(name)}` },
    artists: [{ name: `${name}'s band` }],
    album: {
      name: `${name}'s album`,
      images: [{ url: `https://i.scdn.co/image/${encodeURIComponent(name)}`, width: 64 }],
    },
    ...more,
  };
}

/** Plays with these names, the latest first, one every four minutes. */
export function recentAnswer(names: readonly string[], newestAt: number): () => Response {
  const items = names.map((name, index) => ({
    track: wireTrack(name),
    played_at: new Date(newestAt - index * 240_000).toISOString(),
  }));
  return () => jsonAnswer({ items, next: null, cursors: null });
}

/** A top list with these names. */
export function topAnswer(names: readonly string[], type: 'track' | 'artist' = 'track'): () => Response {
  return () => jsonAnswer({ items: names.map((name) => ({ ...wireTrack(name), type })) });
}

/** What plays now. */
export function playingAnswer(track: unknown, progressMs: number | null = 10_000, more: Record<string, unknown> = {}) {
  const frame = { is_playing: true, progress_ms: progressMs, currently_playing_type: 'track', item: track, ...more };
  return () => jsonAnswer(frame);
}

/** An error of the Web API. */
export function failingAnswer(status: number, message = '', headers: Record<string, string> = {}): () => Response {
  return () => jsonAnswer({ error: { status, message } }, status, headers);
}

/** An answer that never comes. */
export const silentAnswer = () => new Promise<Response>(() => {});
