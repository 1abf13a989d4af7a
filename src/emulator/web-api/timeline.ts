import type { Listener } from '../listeners/listener.ts';
import type { Track } from '../listeners/catalogue.ts';

/** A finished play. */
export interface FinishedPlay {
  readonly track: Track;
  /** When it ended, epoch milliseconds. */
  readonly endedAt: number;
  /** Whether the listener had started the track's album (`context`), not a loose track. */
  readonly fromAlbum: boolean;
}

interface Slot {
  readonly track: Track;
  /** Start and end of the play, in milliseconds from the start of the round. */
  readonly start: number;
  readonly end: number;
  readonly fromAlbum: boolean;
}

const skippedAfter = 12_000;
const shortestPlay = 30_000;
const pause = 1_500;
const rest = 240_000;

/**
 * A listener's round: the rotation three times, each time in another order, with some short pauses and skipped tracks.
 * It repeats for ever at fixed times, so every request sees a play end at the same time.
 */
function roundOf({ rotation }: Listener): { slots: readonly Slot[]; length: number } {
  const slots: Slot[] = [];
  let at = 0;
  for (const stride of [1, 5, 7]) {
    for (const track of inStrides(rotation, stride)) {
      const skipped = slots.length % 11 === 10;
      const end = at + (skipped ? skippedAfter : track.durationMs);
      slots.push({ track, start: at, end, fromAlbum: stride === 1 && track.kind === 'track' });
      at = end + (slots.length % 9 === 0 ? rest : pause);
    }
  }
  return { slots, length: at };
}

/** Every track once, in steps of a prime number. */
function inStrides(rotation: readonly Track[], stride: number): readonly Track[] {
  const step = rotation.length % stride === 0 ? 1 : stride;
  return rotation.map((track, index) => rotation[(index * step) % rotation.length] ?? track);
}

/** The newest finished plays up to a moment, newest first: at most 50, none shorter than 30 s, as at Spotify. */
export function lastPlays(listener: Listener, now: number, count = 50): readonly FinishedPlay[] {
  const { slots, length } = roundOf(listener);
  const plays: FinishedPlay[] = [];
  if (length === 0) return plays;
  for (let round = Math.floor(now / length); plays.length < count; round -= 1) {
    for (const { track, start, end, fromAlbum } of slots.toReversed()) {
      const endedAt = round * length + end;
      if (endedAt <= now && end - start >= shortestPlay) plays.push({ track, endedAt, fromAlbum });
    }
  }
  return plays.slice(0, count);
}

/** The current track and the progress in it; during a pause the next track, at its start, not playing. */
export function playingAt(
  listener: Listener,
  now: number,
): { track: Track; progressMs: number; isPlaying: boolean } | undefined {
  const { slots, length } = roundOf(listener);
  const first = slots[0];
  if (first === undefined) return undefined;
  const at = now - Math.floor(now / length) * length;
  const slot = slots.find(({ end }) => at < end);
  if (slot === undefined) return { track: first.track, progressMs: 0, isPlaying: false };
  return { track: slot.track, progressMs: Math.max(0, at - slot.start), isPlaying: at >= slot.start };
}
