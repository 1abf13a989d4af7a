import { expect, it } from 'vitest';
import { listeners } from '../src/emulator/listeners/listeners.ts';
import { systemClock } from '../src/keeper/platform/clock.ts';
import { createListening } from '../src/listening/create-listening.ts';
import type { Source } from '../src/listening/listening.ts';
import { practice } from '../src/practice/practice.ts';

const hour = 3_600_000;

it('is a source with a token already in it', async () => {
  const source: Source = practice();
  const answer = await source.fetch('/v1/me/player/recently-played?limit=2');
  expect(await answer.json()).toMatchObject({ items: [expect.anything(), expect.anything()] });
  expect(await source.state?.()).toMatchObject({ state: 'live', daysLeft: 180 });
});

it('gives all four lists', async () => {
  const source = practice();
  const listening = createListening({ keeper: source, clock: source.clock });
  for (const list of ['recently-played', 'top/tracks', 'top/artists'] as const) {
    const { state, items } = await listening.get(list);
    expect([state, items.length > 5]).toEqual(['fresh', true]);
  }
  expect(await listening.get('now-playing')).toMatchObject({ state: 'fresh', problem: null });
});

it('says in the health report that the music is invented', async () => {
  const source = practice();
  expect(await createListening({ keeper: source, clock: source.clock }).health()).toMatchObject({ practice: true });
  const { isPractice: _, ...real } = source;
  expect(await createListening({ keeper: real, clock: source.clock }).health()).not.toHaveProperty('practice');
});

it('gives the artwork of its items, as a format that can be inlined', async () => {
  const source = practice({ origin: 'http://127.0.0.1:8787' });
  const { items } = await createListening({ keeper: source, clock: source.clock }).get('recently-played');
  const [{ url } = { url: '' }] = items[0]?.images ?? [];
  expect(new URL(url).origin).toBe(source.imageOrigin);
  const answer = await source.fetchImage(url);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
});

it('moves the time of the emulator, of the token and of everything else that uses its clock together', async () => {
  const source = practice({ clock: { ...systemClock, now: () => 1_800_000_000_000 } });
  await source.state();
  source.controls.moveClock({ advanceMs: 2 * hour });
  expect(source.clock.now()).toBe(1_800_000_000_000 + 2 * hour);
  expect((await source.fetch('/v1/me')).status).toBe(200);
  source.controls.moveClock({ advanceDays: 170 });
  expect(await source.state()).toMatchObject({ state: 'expiring', daysLeft: 10 });
});

it('shows what it looks like when the token dies, and recovers after renewal', async () => {
  const source = practice();
  const { clientId = '' } = await source.state();
  source.controls.revoke({ clientId, listener: listeners[0].id });
  source.controls.moveClock({ advanceMs: 2 * hour });
  await expect(source.fetch('/v1/me')).rejects.toMatchObject({ code: 'refresh_token_suspect' });
  await source.renew();
  expect((await source.fetch('/v1/me')).status).toBe(200);
});

it('plays for another listener, and only with the scopes that are asked for', async () => {
  const source = practice({ listener: 'jules_o_neill', scopes: ['user-top-read'] });
  expect((await source.fetch('/v1/me/top/tracks')).status).toBe(200);
  expect((await source.fetch('/v1/me/player/recently-played')).status).toBe(403);
  expect(await source.state()).toMatchObject({ account: { id: 'jules_o_neill' }, scopes: ['user-top-read'] });
});

it('makes nothing before its first use, because some runtimes allow no random numbers while a module loads', () => {
  const { getRandomValues } = crypto;
  crypto.getRandomValues = () => {
    throw new Error('Not allowed in global scope.');
  };
  try {
    expect(practice().isPractice).toBe(true);
  } finally {
    crypto.getRandomValues = getRandomValues;
  }
});

it('takes an address of this machine for its artwork, also with a slash', async () => {
  const source = practice({ origin: 'http://127.0.0.1:8787/' });
  const { items } = await createListening({ keeper: source, clock: source.clock }).get('recently-played');
  expect(items[0]?.images[0]?.url).toMatch(/^http:\/\/127\.0\.0\.1:8787\/artwork\//);
});

it.each(['https://site.example', 'http://site.example', '127.0.0.1:8787', ''])(
  'takes no other address: %j',
  (origin) => {
    expect(() => practice({ origin })).toThrow('practice: origin must be an address of this machine');
  },
);
