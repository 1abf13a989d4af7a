import type { Context } from 'hono';
import type { BearerEnvironment } from './bearer.ts';
import type { Listener } from '../listeners/listener.ts';
import type { Track } from '../listeners/catalogue.ts';
import { playingAt } from './timeline.ts';
import type { World } from '../state/world.ts';

/**
 * What is playing: 204 if nothing is; an episode only if the request asks for that type; an ad has no item.
 * @see https://developer.spotify.com/documentation/web-api/reference/get-the-users-currently-playing-track
 */
export function currentlyPlaying(c: Context<BearerEnvironment>, world: World): Response {
  const listener = c.get('listener');
  const state = listener ? (world.nowPlaying.get(listener.id) ?? listener.nowPlaying) : 'idle';
  if (!listener || state === 'idle') return c.body(null, 204);
  const now = world.clock.now();
  const wire = c.get('wire');
  switch (state) {
    case 'ad':
      return c.json(frame(now, { progress: 14_544, type: 'ad', item: null, disallows: { skipping_next: true } }));
    case 'unknown':
      return c.json(frame(now, { progress: null, type: 'unknown', item: null }));
    case 'episode': {
      const { episode } = listener;
      const item = asksFor(c, 'episode') ? wire.episode(episode) : null;
      return c.json(frame(now, { progress: now % episode.durationMs, type: 'episode', item }));
    }
    case 'local': {
      const file = localFileOf(listener);
      if (!file) return c.body(null, 204);
      return c.json(frame(now, { progress: now % file.durationMs, type: 'track', item: wire.track(file) }));
    }
    case 'track':
    case 'paused': {
      const playing = playingAt(listener, now);
      if (!playing) return c.body(null, 204);
      const { track, progressMs, isPlaying } = playing;
      const goesOn = state === 'track' && isPlaying;
      return c.json(frame(now, { progress: progressMs, type: 'track', item: wire.track(track), goesOn }));
    }
  }
}

interface Frame {
  readonly progress: number | null;
  readonly type: 'track' | 'episode' | 'ad' | 'unknown';
  readonly item: object | null;
  readonly goesOn?: boolean;
  readonly disallows?: Readonly<Record<string, boolean>>;
}

function frame(now: number, { progress, type, item, goesOn = true, disallows }: Frame) {
  return {
    timestamp: now - (progress ?? 0),
    context: null,
    progress_ms: progress,
    item,
    currently_playing_type: type,
    actions: { disallows: disallows ?? (goesOn ? { resuming: true } : { pausing: true }) },
    is_playing: goesOn,
  };
}

function asksFor(c: Context, type: string): boolean {
  return (c.req.query('additional_types') ?? 'track').split(',').includes(type);
}

function localFileOf({ rotation }: Listener): Track | undefined {
  return rotation.find(({ kind }) => kind === 'local');
}
