import { describe, expect, it } from 'vitest';
import { minute, start, TestClock } from '../../../test/support/keeper/keeper-bench.ts';
import { fakeCache } from '../../../test/support/listening/fake-cache.ts';
import { failingAnswer, recentAnswer } from '../../../test/support/listening/fake-source.ts';
import { listeningBench, namesOf } from '../../../test/support/listening/listening-bench.ts';
import { RefrainError } from '../../errors/refrain-error.ts';

function bench(owner?: string) {
  const [cache, clock] = [fakeCache(), new TestClock()];
  const create = () => listeningBench({}, { cache, clock, owner });
  return { cache, create, ...create() };
}

const textOf = ({ texts }: { readonly texts: Map<string, string> }) => [...texts].join('\n');
const refuse = (code: ConstructorParameters<typeof RefrainError>[0]) => () => Promise.reject(new RefrainError(code));

describe('the keys in a cache', () => {
  it.each([
    ['the option', 'blog', { id: 'maya' }, 'blog'],
    ['a hash of the account', undefined, { id: 'maya', accountId: '123' }, expect.stringMatching(/^[\w-]{22}$/)],
    ['default, if no account is known', undefined, undefined, 'default'],
  ])('have as their owner %s', async (_, owner, account, expected) => {
    const { cache, source, listening } = bench(owner);
    source.now = { ...source.now, account };
    await listening.get('recently-played');
    await listening.pending();
    const keys = [...cache.texts.keys()].map((key) => key.split(':'));
    expect(keys).toContainEqual(['refrain', '1', expected, 'recently-played']);
    expect(textOf(cache)).not.toMatch(/maya|123"/);
    expect(source.asked.some((path) => /\/me(\?|$)/.test(path))).toBe(false);
  });

  it('are of one account each, so that two people never see each other’s songs', async () => {
    const { clock, cache, listening } = bench();
    await listening.get('recently-played');
    await listening.pending();
    const noor = listeningBench({ 'recently-played': recentAnswer(['N'], start) }, { cache, clock });
    noor.source.now = { ...noor.source.now, account: { id: 'noor' } };
    expect(namesOf(await noor.listening.get('recently-played'))).toEqual(['N']);
    expect(namesOf(await listening.get('recently-played'))).toEqual(['A', 'B', 'C']);
  });
});

describe.each([undefined, 'blog'])('another account in the keeper, with the owner %s', (owner) => {
  it('erases memory and cache first', async () => {
    const { cache, clock, source, listening } = bench(owner);
    await listening.get('recently-played');
    await listening.pending();
    source.now = { ...source.now, account: { id: 'noor' } };
    source.answers.set('recently-played', () => {
      expect(textOf(cache)).not.toContain('"A"');
      return recentAnswer(['N'], start)();
    });
    await clock.pass(2 * minute);
    await listening.get('recently-played');
    await listening.pending();
    expect(namesOf(await listening.get('recently-played'))).toEqual(['N']);
    expect(textOf(cache)).not.toContain('"A"');
  });

  it('never sees what the cache holds of the first, after a restart', async () => {
    const { cache, create, listening } = bench(owner);
    await listening.get('recently-played');
    await listening.pending();
    expect(textOf(cache)).toContain('"A"');
    const two = create();
    two.source.now = { ...two.source.now, account: { id: 'noor' } };
    two.source.answers.set('recently-played', failingAnswer(500));
    expect(await two.listening.get('recently-played')).toMatchObject({ state: 'failing', items: [] });
  });
});

it('a fetch that was under way for another account is dropped', async () => {
  const { source, listening, sent } = bench();
  let send = (_: Response): void => {};
  source.answers.set('recently-played', () => new Promise((resolve) => (send = resolve)));
  const first = listening.get('recently-played');
  await sent('recently-played');
  source.now = { ...source.now, account: { id: 'noor' } };
  // Another list reads the state, and finds the other account.
  source.answers.set('top/tracks', failingAnswer(500));
  await listening.get('top/tracks');
  send(recentAnswer(['A'], start)());
  expect(namesOf(await first)).toEqual([]);
});

describe('the end of a login', () => {
  it('erases the lists if nobody is logged in', async () => {
    const { cache, clock, source, listening, refreshed } = bench();
    await listening.get('recently-played');
    await listening.pending();
    source.answers.set('recently-played', refuse('not_logged_in'));
    await clock.pass(2 * minute);
    expect(await refreshed('recently-played')).toMatchObject({
      state: 'failing',
      items: [],
      fetchedAt: null,
      problem: { code: 'not_logged_in', retryAt: null },
    });
    expect(textOf(cache)).not.toContain('"A"');
  });

  it.each(['refresh_token_expired', 'refresh_token_suspect', 'refresh_token_in_doubt'] as const)(
    'keeps the lists after %s, and is fresh after a new login with no restart',
    async (code) => {
      const { clock, source, listening, refreshed } = bench();
      await listening.get('recently-played');
      source.answers.set('recently-played', refuse(code));
      await clock.pass(2 * minute);
      const failing = await refreshed('recently-played');
      expect(failing).toMatchObject({ state: 'failing', fetchedAt: start, problem: { code, retryAt: null } });
      expect(namesOf(failing)).toEqual(['A', 'B', 'C']);
      source.answers.set('recently-played', recentAnswer(['D'], start));
      listening.retry();
      expect(await refreshed('recently-played')).toMatchObject({ state: 'fresh', items: [{ name: 'D' }] });
      // Also if the handler is not informed of a new login.
      source.answers.set('recently-played', refuse(code));
      await clock.pass(2 * minute);
      await refreshed('recently-played');
      source.answers.set('recently-played', recentAnswer(['E'], start));
      await clock.pass(minute / 2);
      expect(await refreshed('recently-played')).toMatchObject({ state: 'fresh', items: [{ name: 'E' }] });
    },
  );

  it('clear() forgets everything, here and in the cache', async () => {
    const { cache, source, listening } = bench();
    await listening.get('recently-played');
    await listening.clear();
    await listening.pending();
    expect([...cache.texts]).toEqual([]);
    await listening.get('recently-played');
    expect(source.count('recently-played')).toBe(2);
  });

  it('clear() also erases what an earlier process has cached', async () => {
    const { cache, create, listening } = bench();
    await listening.get('recently-played');
    await listening.pending();
    await create().listening.clear();
    expect([...cache.texts]).toEqual([]);
  });
});

it('the state is read once for each fetch, and never on a hit', async () => {
  const { clock, source, listening } = bench();
  await listening.get('top/tracks');
  expect(source.stateReads).toBe(1);
  source.answers.set('top/artists', recentAnswer([], start));
  await listening.get('top/artists');
  expect(source.stateReads).toBe(2);
  for (let look = 0; look < 100; look++) await listening.get('top/artists');
  expect(source.stateReads).toBe(2);
  await clock.pass(360 * minute);
  await listening.get('top/artists');
  await listening.pending();
  expect(source.stateReads).toBe(3);
});

it('after a logout, no list forgets why it failed when another list fails too', async () => {
  const { source, listening } = bench();
  for (const list of ['recently-played', 'currently-playing']) source.answers.set(list, refuse('not_logged_in'));
  for (let look = 0; look < 3; look++) {
    await listening.get('recently-played');
    await listening.pending();
    const lists = { 'recently-played': { state: 'failing', error: 'not_logged_in' } };
    expect(await listening.health()).toMatchObject({ status: 'failing', lists });
  }
  expect(source.count('recently-played')).toBe(1);
});

it('a state that cannot be read changes nothing', async () => {
  const { clock, source, listening, refreshed } = bench();
  await listening.get('recently-played');
  source.now = undefined;
  await clock.pass(2 * minute);
  expect(await refreshed('recently-played')).toMatchObject({ state: 'fresh', fetchedAt: start + 2 * minute });
  await listening.clear();
});
