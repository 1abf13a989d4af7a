import { describe, expect, it } from 'vitest';
import { answerOf, at, current, playerOf, trackOf } from '../../../test/support/listening/answers.ts';
import { views } from './views.ts';

const read = (...[answer, look]: Parameters<typeof views.json>) => JSON.parse(views.json(answer, look));

describe('views.json', () => {
  it('has the list, its state and the fields of each item', () => {
    expect(read(answerOf({ items: [trackOf('Tidewater', ['Paper Lanterns'], 5, { explicit: true })] }))).toEqual({
      version: 1,
      list: 'recently-played',
      state: 'fresh',
      fetchedAt: at - 60_000,
      problem: null,
      items: [
        {
          kind: 'track',
          name: 'Tidewater',
          artists: ['Paper Lanterns'],
          album: 'Tides',
          show: null,
          url: 'https://open.spotify.com/track/4nQ3jVcYp5bWkq2TzXy0aB',
          imageUrl: 'https://i.scdn.co/image/Tidewater-300',
          explicit: true,
          isLocal: false,
          durationMs: 222_000,
          playedAt: at - 300_000,
        },
      ],
    });
  });

  it('says what the player does for now-playing only', () => {
    expect(read(playerOf(current))).toMatchObject({ status: 'playing', startedAt: at - 82_000, progressMs: null });
    expect(read(answerOf({ status: 'playing', items: [current] }))).not.toHaveProperty('status');
  });

  it('is marked in practice only', () => {
    expect(read(answerOf({ isPractice: true }))).toHaveProperty('practice', true);
    expect(read(answerOf())).not.toHaveProperty('practice');
  });

  it.each([
    [undefined, 20],
    [3, 3],
    [99, 50],
    [0, 1],
    [Number.NaN, 20],
  ])('with a limit of %s has %i items', (limit, count) => {
    const items = Array.from({ length: 50 }, (_, minutes) => trackOf(`No. ${minutes}`, [], minutes));
    expect(read(answerOf({ items }), { limit }).items).toHaveLength(count);
  });

  it('has the code of a problem and the next try', () => {
    const problem = { code: 'rate_limited', retryAt: at + 1000 } as const;
    expect(read(answerOf({ state: 'failing', problem })).problem).toEqual(problem);
  });

  it('escapes what a terminal or an editor may act on, and keeps every name', () => {
    const name = '\u001b[31m \u009b2J \u202e \u2028 \u{e0041} \ud800 </script>';
    const json = views.json(answerOf({ items: [trackOf(name, [], 1)] }));
    expect(json).toMatch(/^[\x20-\x7e]*$/);
    expect(JSON.parse(json).items[0].name).toBe(name);
  });
});
