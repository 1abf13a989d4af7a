import { describe, expect, it } from 'vitest';
import { noon } from '../../../test/emulator/client.ts';
import { listeners } from './listeners.ts';
import { lastPlays, playingAt } from '../web-api/timeline.ts';

const tracks = listeners.flatMap(({ rotation }) => rotation);
const titles = tracks.map(({ name }) => name);

describe('the listeners', () => {
  it('are at least two, each with its own id', () => {
    expect(new Set(listeners.map(({ id }) => id)).size).toBe(listeners.length);
    expect(listeners.filter(({ rotation }) => rotation.length > 5).length).toBeGreaterThanOrEqual(2);
  });

  it('play every kind of item that a view must handle', () => {
    expect(titles.some((name) => /\p{Script=Arabic}/u.test(name))).toBe(true);
    expect(titles.some((name) => /\p{Script=Hebrew}/u.test(name))).toBe(true);
    expect(titles.some((name) => /\p{Script=Hiragana}/u.test(name))).toBe(true);
    expect(titles.some((name) => /\p{Emoji_Presentation}/u.test(name))).toBe(true);
    expect(titles.some((name) => name.includes('<in>'))).toBe(true);
    expect(Math.max(...titles.map((name) => name.length))).toBeGreaterThan(150);
    expect(Math.min(...titles.map((name) => name.length))).toBe(1);
    expect(Math.max(...tracks.map(({ artists }) => artists.length))).toBeGreaterThan(3);
    expect(tracks.some(({ explicit }) => explicit)).toBe(true);
    expect(tracks.some(({ kind, name, artists }) => kind === 'local' && name !== '' && artists[0]?.name === '')).toBe(
      true,
    );
    expect(new Set(listeners.map(({ nowPlaying }) => nowPlaying))).toEqual(new Set(['track', 'episode', 'ad', 'idle']));
  });

  it('have a different id for each work', () => {
    const ids = tracks.filter(({ kind }) => kind === 'track').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-7][0-9A-Za-z]{21}$/);
  });
});

describe.each(listeners.filter(({ rotation }) => rotation.length > 0))('the history of $id', (listener) => {
  it('always has fifty plays, the last of them recent', () => {
    for (let hour = 0; hour < 200; hour += 1) {
      const now = noon + hour * 3_600_000;
      const plays = lastPlays(listener, now);
      expect(plays).toHaveLength(50);
      expect(now - (plays[0]?.endedAt ?? 0)).toBeLessThan(20 * 60_000);
    }
  });

  it('does not change later', () => {
    const before = lastPlays(listener, noon);
    const later = lastPlays(listener, noon + 7_200_000);
    const both = later.filter(({ endedAt }) => endedAt <= noon);
    expect(both.length).toBeGreaterThan(5);
    expect(both).toEqual(before.slice(0, both.length));
  });

  it('contains every track of the rotation', () => {
    const heard = new Set(lastPlays(listener, noon).map(({ track }) => track));
    expect(heard.size).toBe(listener.rotation.length);
  });

  it('has a track that is playing or next', () => {
    for (let minute = 0; minute < 600; minute += 1) {
      const playing = playingAt(listener, noon + minute * 60_000);
      expect(playing?.progressMs).toBeGreaterThanOrEqual(0);
      expect(playing?.progressMs).toBeLessThan(playing?.track.durationMs ?? 0);
    }
  });
});
