import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../test/support/failure-of.ts';
import { jsonAnswer, recordingFetch } from '../../test/support/spotify/recording-fetch.ts';
import { spotify } from '../spotify/endpoints.ts';
import { isRefrainError } from '../errors/refrain-error.ts';
import { getRecentlyPlayed } from './plays.ts';

const playedAt = '2026-11-24T10:02:11.123Z';
const track = {
  type: 'track',
  id: '3n3Ppam7vgaVa1iaRUc9Lp',
  name: 'Mr. Brightside',
  duration_ms: 222_075,
  explicit: true,
  is_local: false,
  external_urls: { spotify: 'https://open.spotify.com/track/3n3Ppam7vgaVa1iaRUc9Lp' },
  artists: [{ name: 'The Killers' }, { name: 'Dusty Springfield' }],
  album: { name: 'Hot Fuss', images: [{ url: 'https://i.scdn.co/image/ab67', width: 300, height: 300 }] },
};
const local = {
  type: 'track',
  id: null,
  is_local: true,
  uri: 'spotify:local:::Title:180',
  name: '',
  duration_ms: 180_000,
  external_urls: {},
  artists: [{ id: null, name: '' }],
  album: { id: null, name: '', images: [] },
};
const episode = {
  type: 'episode',
  id: '512o',
  name: 'Ep. 12',
  duration_ms: 3_600_000,
  explicit: false,
  external_urls: { spotify: 'https://open.spotify.com/episode/512o' },
  images: [],
  show: { name: 'Hard Fork', images: [{ url: 'https://i.scdn.co/image/show' }] },
};

function playsFrom(body: unknown, limit?: number) {
  const { fetch, sent } = recordingFetch(jsonAnswer(body));
  const request = { accessToken: 'BQ', endpoints: spotify, fetch, now: () => 0, limit };
  return { sent, work: () => getRecentlyPlayed(request) };
}
const page = (...items: unknown[]) => ({ limit: 20, next: null, cursors: null, items });

describe('getRecentlyPlayed', () => {
  it.each([
    [undefined, '20'],
    [1, '1'],
    [50, '50'],
    [0, '20'],
    [51, '50'],
    [-3, '1'],
    [2.9, '2'],
    [NaN, '20'],
  ])('keeps the limit within 1 and 50: %s', async (limit, asked) => {
    const { sent, work } = playsFrom(page(), limit);
    await work();
    expect(sent.map(({ url }) => url)).toEqual([`https://api.spotify.com/v1/me/player/recently-played?limit=${asked}`]);
  });

  it('reads a track', async () => {
    expect(await playsFrom(page({ played_at: playedAt, track })).work()).toEqual([
      {
        playedAt: Date.parse(playedAt),
        item: {
          kind: 'track',
          name: 'Mr. Brightside',
          artists: ['The Killers', 'Dusty Springfield'],
          albumOrShow: 'Hot Fuss',
          url: 'https://open.spotify.com/track/3n3Ppam7vgaVa1iaRUc9Lp',
          imageUrl: 'https://i.scdn.co/image/ab67',
          explicit: true,
          isLocal: false,
          durationMs: 222_075,
        },
      },
    ]);
  });

  it('reads a local file, which has no link and may have no name', async () => {
    const [play] = await playsFrom(page({ played_at: playedAt, track: local })).work();
    expect(play?.item).toEqual({
      kind: 'track',
      name: '',
      artists: [],
      albumOrShow: undefined,
      url: undefined,
      imageUrl: undefined,
      explicit: false,
      isLocal: true,
      durationMs: 180_000,
    });
  });

  it('reads an episode with its show and the picture of the show', async () => {
    const [play] = await playsFrom(page({ played_at: playedAt, track: episode })).work();
    expect(play?.item).toMatchObject({
      kind: 'episode',
      name: 'Ep. 12',
      artists: [],
      albumOrShow: 'Hard Fork',
      url: 'https://open.spotify.com/episode/512o',
      imageUrl: 'https://i.scdn.co/image/show',
    });
  });

  it('reads an episode without artists and album, even if the answer has them', async () => {
    const odd = { ...episode, artists: [{ name: 'A host' }], album: { name: 'An album', images: [] } };
    const [play] = await playsFrom(page({ played_at: playedAt, track: odd })).work();
    expect(play?.item).toMatchObject({ artists: [], albumOrShow: 'Hard Fork' });
  });

  it('keeps the order and leaves out what it cannot read', async () => {
    const plays = await playsFrom(
      page(
        { played_at: playedAt, track: { ...track, name: 'first' } },
        { played_at: playedAt, track: null },
        { played_at: playedAt, track: { type: 'ad', name: 'Buy' } },
        { played_at: playedAt, track: { type: 'unknown' } },
        { played_at: playedAt },
        { played_at: 'yesterday', track },
        { played_at: 1_764_000_000_000, track },
        null,
        'a track',
        [],
        { played_at: playedAt, track: { ...track, name: 'last' } },
      ),
    ).work();
    expect(plays.map(({ item }) => item.name)).toEqual(['first', 'last']);
  });

  it.each([
    ['name', null, { name: '' }],
    ['artists', null, { artists: [] }],
    ['artists', [null, { name: null }, { name: 'One' }, 'Two'], { artists: ['One'] }],
    ['album', null, { albumOrShow: undefined, imageUrl: undefined }],
    ['album', 'Hot Fuss', { albumOrShow: undefined, imageUrl: undefined }],
    ['duration_ms', -1, { durationMs: 0 }],
    ['duration_ms', '222075', { durationMs: 0 }],
    ['explicit', 'no', { explicit: false }],
    ['external_urls', { spotify: 'javascript:alert(1)' }, { url: undefined }],
    ['external_urls', { spotify: 'https://evil.example/track/1' }, { url: undefined }],
    ['type', undefined, { kind: 'track' }],
  ])('reads a track whose %s is %j', async (name, value, expected) => {
    const [play] = await playsFrom(page({ played_at: playedAt, track: { ...track, [name]: value } })).work();
    expect(play?.item).toMatchObject({ durationMs: 222_075, name: 'Mr. Brightside', ...expected });
  });

  it('reads an empty list', async () => {
    expect(await playsFrom(page()).work()).toEqual([]);
  });

  it.each([{}, { items: null }, { items: {} }, { items: 'none' }, []])('finds no list in %j', async (body) => {
    expect((await failureOf(playsFrom(body).work)).code).toBe('answer_unreadable');
  });

  it('gives valid plays or a RefrainError for any answer', async () => {
    const wild = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(track, local, episode, playedAt, 'https://open.spotify.com/x'),
    );
    const keys = fc.constantFrom(...Object.keys(track), 'show', 'images', '__proto__');
    const items = fc.oneof(
      wild,
      fc.dictionary(keys, wild),
      fc.dictionary(keys, wild).map((odd) => ({ ...track, ...odd })),
    );
    const plays = fc.array(
      fc.oneof(
        wild,
        items.map((item) => ({ played_at: playedAt, track: item })),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          wild,
          plays.map((list) => page(...list)),
        ),
        async (body) => {
          try {
            for (const { playedAt: at, item } of await playsFrom(body).work()) {
              expect(Number.isFinite(at)).toBe(true);
              expect(typeof item.name).toBe('string');
              expect(item.artists.every((artist) => typeof artist === 'string' && artist !== '')).toBe(true);
              expect(item.url ?? 'https://open.spotify.com/').toMatch(/^https:\/\/open\.spotify\.com\//);
              expect(item.durationMs).toBeGreaterThanOrEqual(0);
            }
          } catch (error) {
            if (!isRefrainError(error)) throw error;
          }
        },
      ),
    );
  });
});
