import { expect } from 'vitest';
import { noon, type Client } from '../client.ts';
import type { Answer } from './answer.ts';

interface Play {
  readonly played_at: string;
  readonly track: { readonly type: string; readonly duration_ms: number; readonly id: string | null };
}
const recent = '/v1/me/player/recently-played';
const playing = '/v1/me/player/currently-playing';
const images = expect.arrayContaining([
  { url: expect.any(String), height: expect.any(Number), width: expect.any(Number) },
]);

async function plays(client: Client, query = ''): Promise<readonly Play[]> {
  return ((await (await client.ask(recent + query)).json()) as { items: Play[] }).items;
}

const invalid = (message: string) => ({ status: 400, body: { error: { status: 400, message } } });

/** Section 7: the profile, recently played, currently playing, top items. */
export const listening: readonly Answer[] = [
  {
    name: '§7 profile: needs no scope',
    ask: (client) => client.ask('/v1/me', ''),
    status: 200,
    body: expect.objectContaining({
      id: 'maya.lindqvist',
      display_name: 'Maya Lindqvist',
      external_urls: { spotify: 'https://open.spotify.com/user/maya.lindqvist' },
      images,
      uri: 'spotify:user:maya.lindqvist',
    }),
  },
  {
    name: '§7 profile: display_name is nullable',
    ask: (client) => client.ask('/v1/me', '', 'w7q2n5k9x4v8m1c6z3b0t2y7rpfd'),
    status: 200,
    body: expect.objectContaining({ display_name: null, images: [] }),
  },
  {
    name: '§7 recently-played: 20 by default, with next and cursors in milliseconds',
    ask: (client) => client.ask(recent),
    status: 200,
    body: expect.toSatisfy(
      (page) =>
        page.items.length === 20 &&
        page.limit === 20 &&
        page.cursors.after === String(Date.parse(page.items[0].played_at)) &&
        page.cursors.before === String(Date.parse(page.items[19].played_at)) &&
        new URL(page.next).searchParams.get('before') === page.cursors.before,
    ),
  },
  {
    name: '§7 recently-played: limit at most 50',
    ask: (client) => client.ask(`${recent}?limit=51`),
    ...invalid('Invalid limit'),
  },
  {
    name: '§7 recently-played: limit at least 1',
    ask: (client) => client.ask(`${recent}?limit=0`),
    ...invalid('Invalid limit'),
  },
  {
    name: '§7 recently-played: before or after, not both',
    ask: (client) => client.ask(`${recent}?before=${noon}&after=1`),
    status: 400,
  },
  {
    name: '§7 recently-played: only the last 50 exist',
    ask: async (client) => {
      const oldest = (await plays(client, '?limit=50')).at(-1);
      return client.ask(`${recent}?before=${Date.parse(oldest?.played_at ?? '')}`);
    },
    status: 200,
    body: expect.objectContaining({ items: [], next: null, cursors: null }),
  },
  {
    name: '§7 recently-played: following before to the end gives each play once',
    ask: async (client) => {
      const { access_token } = await client.pkceTokens();
      const seen: string[] = [];
      let next: string | null = `${client.origin}${recent}?limit=7`;
      while (next !== null) {
        const page = (await (await client.api(next.slice(client.origin.length), access_token)).json()) as {
          items: Play[];
          next: string | null;
        };
        seen.push(...page.items.map(({ played_at }) => played_at));
        next = page.next;
      }
      return Response.json([seen.length, new Set(seen).size]);
    },
    status: 200,
    body: [50, 50],
  },
  {
    name: '§7 recently-played: after gives only later plays',
    ask: async (client) => {
      const third = (await plays(client))[2];
      return Response.json((await plays(client, `?after=${Date.parse(third?.played_at ?? '')}`)).length);
    },
    status: 200,
    body: 2,
  },
  {
    name: '§7 recently-played: after and limit give the plays next to the cursor, so that none is skipped',
    ask: async (client) => {
      const all = await plays(client);
      const found = await plays(client, `?limit=2&after=${Date.parse(all[5]?.played_at ?? '')}`);
      return Response.json(found.map(({ played_at }) => all.findIndex((play) => play.played_at === played_at)));
    },
    status: 200,
    body: [3, 4],
  },
  {
    name: '§7 recently-played: no episodes, though one is playing',
    ask: async (client) => {
      client.controls.setNowPlaying('maya.lindqvist', { state: 'episode' });
      return Response.json([...new Set((await plays(client, '?limit=50')).map(({ track }) => track.type))]);
    },
    status: 200,
    body: ['track'],
  },
  {
    name: '§7 recently-played: no play under 30 s, newest first, only completed plays',
    ask: async (client) => {
      const all = await plays(client, '?limit=50');
      const ends = all.map(({ played_at }) => Date.parse(played_at));
      const gaps = ends.slice(1).map((end, index) => (ends[index] ?? 0) - end);
      return Response.json({ newest: (ends[0] ?? Infinity) <= noon, shortest: Math.min(...gaps) >= 30_000 });
    },
    status: 200,
    body: { newest: true, shortest: true },
  },
  {
    name: '§7 recently-played: played_at is the end of the play',
    ask: async (client) => {
      client.controls.setNowPlaying('maya.lindqvist', { state: 'track' });
      const { timestamp, item } = (await (await client.ask(playing)).json()) as {
        timestamp: number;
        item: { id: string; duration_ms: number };
      };
      client.controls.moveClock({ now: timestamp + item.duration_ms });
      const [newest] = await plays(client);
      return Response.json({
        same: newest?.track.id === item.id,
        late: Date.parse(newest?.played_at ?? '') - timestamp - item.duration_ms,
      });
    },
    status: 200,
    body: { same: true, late: 0 },
  },
  {
    name: '§7 recently-played: the current track is absent',
    ask: async (client) => {
      const { timestamp } = (await (await client.ask(playing)).json()) as { timestamp: number };
      return Response.json(Date.parse((await plays(client))[0]?.played_at ?? '') <= timestamp);
    },
    status: 200,
    body: true,
  },
  {
    name: '§7 recently-played: nothing played yet',
    ask: (client) => client.ask(recent, undefined, 'w7q2n5k9x4v8m1c6z3b0t2y7rpfd'),
    status: 200,
    body: expect.objectContaining({ items: [], next: null, cursors: null }),
  },
  {
    name: '§7 recently-played: a track, with its album, artists and links',
    ask: async (client) => Response.json((await plays(client))[0]),
    status: 200,
    body: {
      played_at: expect.stringMatching(/^2026-11-24T\d\d:\d\d:\d\d\.\d{3}Z$/),
      context: expect.toSatisfy((context) => context === null || context.type === 'album'),
      track: expect.objectContaining({
        type: 'track',
        id: expect.stringMatching(/^[0-9A-Za-z]{22}$/),
        name: expect.any(String),
        duration_ms: expect.any(Number),
        is_local: false,
        external_urls: { spotify: expect.stringMatching(/^https:\/\/open\.spotify\.com\/track\/[0-9A-Za-z]{22}$/) },
        artists: expect.arrayContaining([expect.objectContaining({ name: expect.any(String) })]),
        album: expect.objectContaining({ name: expect.any(String), images }),
      }),
    },
  },
  {
    name: '§7 recently-played: a local file has no ids, links or art',
    ask: async (client) => {
      const page = (await (await client.ask(`${recent}?limit=50`, undefined, 'jules_o_neill')).json()) as {
        items: { track: { is_local: boolean; name: string } }[];
      };
      return Response.json(page.items.find(({ track }) => track.is_local && track.name === 'Track 07')?.track);
    },
    status: 200,
    body: expect.objectContaining({
      type: 'track',
      id: null,
      is_local: true,
      uri: 'spotify:local:::Track+07:302',
      external_urls: {},
      artists: [expect.objectContaining({ id: null, name: '' })],
      album: expect.objectContaining({ id: null, name: '', images: [] }),
    }),
  },
  {
    name: '§7 currently-playing: 204, empty, when idle',
    ask: (client) => {
      client.controls.setNowPlaying('maya.lindqvist', { state: 'idle' });
      return client.ask(playing);
    },
    status: 204,
    body: '',
  },
  {
    name: '§7 currently-playing: a track',
    ask: (client) => client.ask(playing),
    status: 200,
    body: expect.objectContaining({
      currently_playing_type: 'track',
      item: expect.objectContaining({ type: 'track' }),
      progress_ms: expect.any(Number),
    }),
  },
  {
    name: '§7 currently-playing: an episode has item:null without additional_types',
    ask: (client) => client.ask(playing, undefined, '31noorhaddadk5v2q7xw4m6c3z1b'),
    status: 200,
    body: expect.objectContaining({ currently_playing_type: 'episode', item: null, is_playing: true }),
  },
  {
    name: '§7 currently-playing: an episode with additional_types=track,episode; art may be on the show',
    ask: (client) => client.ask(`${playing}?additional_types=track,episode`, undefined, '31noorhaddadk5v2q7xw4m6c3z1b'),
    status: 200,
    body: expect.objectContaining({
      currently_playing_type: 'episode',
      item: expect.toSatisfy(
        (item) =>
          item.type === 'episode' &&
          item.artists === undefined &&
          item.album === undefined &&
          item.images.length === 0 &&
          item.show.images.length === 3 &&
          item.show.name === 'مقام الحكاية',
      ),
    }),
  },
  {
    name: '§7 currently-playing: an episode has item:null with additional_types=track',
    ask: (client) => client.ask(`${playing}?additional_types=track`, undefined, '31noorhaddadk5v2q7xw4m6c3z1b'),
    status: 200,
    body: expect.objectContaining({ currently_playing_type: 'episode', item: null }),
  },
  {
    name: '§7 currently-playing: an ad',
    ask: (client) => client.ask(playing, undefined, 'jules_o_neill'),
    status: 200,
    body: expect.objectContaining({
      progress_ms: 14_544,
      is_playing: true,
      item: null,
      currently_playing_type: 'ad',
      actions: { disallows: { skipping_next: true } },
    }),
  },
  {
    name: '§7 currently-playing: unknown',
    ask: (client) => {
      client.controls.setNowPlaying('maya.lindqvist', { state: 'unknown' });
      return client.ask(playing);
    },
    status: 200,
    body: expect.objectContaining({ currently_playing_type: 'unknown', item: null }),
  },
  ...['tracks', 'artists'].flatMap((type): readonly Answer[] => [
    {
      name: `§7 top/${type}: medium_term by default`,
      ask: async (client) => {
        const [byDefault, medium] = await Promise.all(
          ['', '?time_range=medium_term'].map(async (query) => (await client.ask(`/v1/me/top/${type}${query}`)).json()),
        );
        return Response.json([(byDefault as { items: unknown[] }).items, (medium as { items: unknown[] }).items]);
      },
      status: 200,
      body: expect.toSatisfy(([a, b]) => a.length > 5 && JSON.stringify(a) === JSON.stringify(b)),
    },
    {
      name: `§7 top/${type}: another order in the short and the long term`,
      ask: async (client) => {
        const orders = await Promise.all(
          ['short_term', 'medium_term', 'long_term'].map(async (range) => {
            const page = (await (await client.ask(`/v1/me/top/${type}?time_range=${range}`)).json()) as {
              items: object[];
            };
            return JSON.stringify(page.items);
          }),
        );
        return Response.json(new Set(orders).size);
      },
      status: 200,
      body: 3,
    },
    {
      name: `§7 top/${type}: limit and offset`,
      ask: (client) => client.ask(`/v1/me/top/${type}?limit=2&offset=3`),
      status: 200,
      body: expect.toSatisfy(
        (page) => page.items.length === 2 && page.limit === 2 && page.offset === 3 && page.total > 5,
      ),
    },
    {
      name: `§7 top/${type}: limit at most 50`,
      ask: (client) => client.ask(`/v1/me/top/${type}?limit=51`),
      ...invalid('Invalid limit'),
    },
    {
      name: `§7 top/${type}: limit at least 1`,
      ask: (client) => client.ask(`/v1/me/top/${type}?limit=0`),
      ...invalid('Invalid limit'),
    },
  ]),
];
