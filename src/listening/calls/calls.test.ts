import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../test/support/failure-of.ts';
import { wireTrack } from '../../../test/support/listening/fake-source.ts';
import { jsonAnswer } from '../../../test/support/spotify/recording-fetch.ts';
import { isRefrainError } from '../../errors/refrain-error.ts';
import type { Item } from '../item.ts';
import { judgeNowPlaying } from './now-playing.ts';
import { judgeRecentItems } from './recent-items.ts';
import { isSameItem } from './to-item.ts';
import { judgeTopItems } from './top-items.ts';

const request = { now: () => 0 };
const image = { url: 'https://i.scdn.co/image/a', width: 64 };

/** The items of a top list with this wire item. */
const topTracks = async (...items: unknown[]) => judgeTopItems('track', jsonAnswer({ items }), request);

describe('an item', () => {
  it('has every fact that Spotify sends, and null for the others', async () => {
    const [full, bare] = await topTracks(wireTrack('A'), { type: 'track' });
    expect(full).toEqual({
      kind: 'track',
      name: 'A',
      artists: ["A's band"],
      album: "A's album",
      show: null,
      url: 'https://open.spotify.com/track/A',
      images: [{ url: 'https://i.scdn.co/image/A', width: 64 }],
      explicit: false,
      isLocal: false,
      durationMs: 200_000,
      playedAt: null,
    });
    expect(bare).toEqual({
      kind: 'track',
      name: '',
      artists: [],
      album: null,
      show: null,
      url: null,
      images: [],
      explicit: false,
      isLocal: false,
      durationMs: null,
      playedAt: null,
    });
  });

  it.each([
    ['is an episode', { type: 'episode' }],
    ['is an artist', { type: 'artist' }],
    ['is of a kind that is not known', { type: 'audiobook' }],
  ])('is left out of the top tracks if it %s', async (_, more) => {
    expect((await topTracks(wireTrack('A'), wireTrack('B', more))).map(({ name }) => name)).toEqual(['A']);
  });

  it('of the top artists has its own pictures', async () => {
    const artist = { type: 'artist', name: 'A', images: [image], external_urls: {} };
    const [item] = await judgeTopItems('artist', jsonAnswer({ items: [artist, wireTrack('B')] }), request);
    expect(item).toMatchObject({ kind: 'artist', name: 'A', artists: [], album: null, images: [image] });
  });

  it('that is an episode has the picture of its show if it has none', async () => {
    const episode = { type: 'episode', name: 'E', show: { name: 'S', images: [image] }, images: [], duration_ms: 9 };
    const answer = jsonAnswer({ is_playing: true, progress_ms: 1, currently_playing_type: 'episode', item: episode });
    expect((await judgeNowPlaying(answer, request)).item).toMatchObject({ show: 'S', album: null, images: [image] });
  });

  it('is the same whenever it was played, also without a link', async () => {
    const [a, b, local, other] = (await topTracks(
      wireTrack('A'),
      wireTrack('B'),
      wireTrack('L', { external_urls: {} }),
      wireTrack('L', { external_urls: {}, duration_ms: 5 }),
    )) as [Item, Item, Item, Item];
    expect(isSameItem(a, { ...a, playedAt: 5, name: 'A (live)' })).toBe(true);
    expect(isSameItem(local, { ...local, playedAt: 5 })).toBe(true);
    expect([isSameItem(a, b), isSameItem(a, { ...a, url: null }), isSameItem(local, other)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

const judges = {
  'now playing': async (response: Response) => {
    const { item } = await judgeNowPlaying(response, request);
    return item ? [item] : [];
  },
  'recently played': (response: Response) => judgeRecentItems(response, request),
  'top tracks': (response: Response) => judgeTopItems('track', response, request),
  'top artists': (response: Response) => judgeTopItems('artist', response, request),
};

describe.each(Object.entries(judges))('the answer for %s', (_, judge) => {
  it.each([
    [200, '', 'answer_unreadable'],
    [200, '{}', 'answer_unreadable'],
    [200, '{"items":null}', 'answer_unreadable'],
    [200, '<html>', 'answer_unreadable'],
    [401, '{"error":{"status":401,"message":"Permissions missing"}}', 'scope_missing'],
    [403, '{"error":{"status":403,"message":"Insufficient client scope"}}', 'scope_missing'],
    [429, '{"error":{"status":429,"message":"Too many requests"}}', 'rate_limited'],
    [503, 'upstream connect error', 'spotify_unavailable'],
  ])('with status %s and the body %j is an error', async (status, body, code) => {
    expect((await failureOf(() => judge(new Response(body, { status })))).code).toBe(code);
  });

  it('gives valid items or a RefrainError, whatever it is', async () => {
    const wild = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(wireTrack('A'), 'track', 'https://open.spotify.com/x', [image]),
    );
    const keys = fc.constantFrom(...Object.keys(wireTrack('A')), 'show', 'images', '__proto__');
    const items = fc.oneof(
      wild,
      fc.dictionary(keys, wild).map((odd) => ({ ...wireTrack('A'), ...odd })),
    );
    const plays = fc.array(
      fc.oneof(
        items,
        items.map((track) => ({ played_at: '2026-11-24T10:02:11.123Z', track })),
      ),
    );
    const frames = fc.record({ is_playing: fc.oneof(fc.boolean(), wild), progress_ms: wild, item: items });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          wild,
          frames,
          plays.map((list) => ({ items: list })),
        ),
        async (body) => {
          try {
            for (const item of await judge(jsonAnswer(body))) {
              expect(['track', 'episode', 'artist']).toContain(item.kind);
              expect(typeof item.name).toBe('string');
              expect(item.artists.every((artist) => typeof artist === 'string')).toBe(true);
              expect(item.url ?? 'https://open.spotify.com/').toMatch(/^https:\/\/open\.spotify\.com\//);
              expect(item.images.every(({ url }) => /^https?:/.test(url))).toBe(true);
              expect(item.durationMs ?? 1).toBeGreaterThan(0);
              expect(Number.isFinite(item.playedAt ?? 0)).toBe(true);
            }
          } catch (error) {
            if (!isRefrainError(error)) throw error;
          }
        },
      ),
    );
  });
});
