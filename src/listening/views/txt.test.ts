import stringWidth from 'fast-string-width';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerOf,
  at,
  current,
  hardPlays,
  localOf,
  playerOf,
  plays,
  trackOf,
} from '../../../test/support/listening/answers.ts';
import { hostileName } from '../../../test/support/listening/hostile-names.ts';
import { views } from './views.ts';

const link = 'https://open.spotify.com/track/4nQ3jVcYp5bWkq2TzXy0aB';

describe('views.txt', () => {
  it('has one line for each item, in columns, with the link last', () => {
    expect(views.txt(answerOf({ items: [current, ...plays] }), { limit: 3 })).toBe(`Recently played on Spotify

Tidewater            Paper Lanterns                 now         ${link}
No Change Given [E]  Kwame Adjei & the Night Buses  5 min ago   ${link}
Þögnin á eftir       Sigríður Ósk                   11 min ago  ${link}
`);
  });

  it('numbers a top list, without a column of times', () => {
    const items = plays.map((play) => ({ ...play, playedAt: null, url: null }));
    expect(views.txt(answerOf({ list: 'top/tracks', timeRange: 'long_term', items }), { limit: 2 })).toBe(
      `Top tracks on Spotify, last year

1  No Change Given [E]  Kwame Adjei & the Night Buses
2  Þögnin á eftir       Sigríður Ósk
`,
    );
  });

  it('says as of when, and why there is nothing', () => {
    expect(views.txt(answerOf({ state: 'failing', fetchedAt: at - 7_200_000 }))).toMatch(/\n\nAs of 2 h ago\n$/);
    expect(views.txt(answerOf({ state: 'hidden', items: [] }))).toContain('Not shared just now');
    expect(views.txt(answerOf({ isPractice: true }))).toMatch(/^Practice: recently played\n/);
    const idle = playerOf(plays[3]!, { status: 'idle', startedAt: null });
    expect(views.txt(idle)).toMatch(/^Last played on Spotify\n\nMorning, Again .* 2 h ago /);
  });

  it('counts wide characters and emoji as a terminal does', () => {
    const simple = [...hardPlays, localOf('', 3)].filter(({ name }) => !/\p{M}|\u200d/u.test(name));
    const lines = views
      .txt(answerOf({ items: simple }), { limit: 50 })
      // The judge counts this mark as a letter. Terminals do not show it.
      .replaceAll('\u200e', '')
      .split('\n')
      .slice(2, -1);
    const columns = lines.map((line) => stringWidth(line.split(/\d+ (min|h|d) ago/)[0] ?? ''));
    expect(new Set(columns).size).toBe(1);
  });

  it('counts a vowel beside its letter as a terminal does', () => {
    const items = [trackOf('น้ำ', ['ab'], 2), trackOf('आशा किरण', ['xy'], 3), trackOf('12345678', ['รำ'], 4)];
    expect(views.txt(answerOf({ items })).split('\n').slice(2, -1)).toEqual([
      `น้ำ        ab  2 min ago  ${link}`,
      `आशा किरण  xy  3 min ago  ${link}`,
      `12345678  รำ  4 min ago  ${link}`,
    ]);
  });

  it('keeps columns in their order beside names that run from right to left', () => {
    const items = [trackOf('שיר על הים', ['נועה'], 2), trackOf('Song for ليلى', ['Ada'], 3)];
    expect(views.txt(answerOf({ items })).split('\n').slice(2, -1)).toEqual([
      `\u200eשיר על הים\u200e     \u200eנועה\u200e  2 min ago  ${link}`,
      `\u200eSong for ليلى\u200e  Ada   3 min ago  ${link}`,
    ]);
  });

  it('has no character that a terminal obeys, whatever the names are', () => {
    fc.assert(
      fc.property(fc.array(hostileName, { minLength: 25, maxLength: 25 }), (names) => {
        const items = names.map((name, minutes) => trackOf(name, [name], minutes));
        const text = views.txt(answerOf({ items }), { limit: 50 });
        expect(text).not.toMatch(/(?!\n)\p{Cc}|\p{Cs}|[\u2028\u202a-\u202e\u2066-\u2069]/u);
        expect(text.split('\n')).toHaveLength(2 + 25 + 1);
      }),
      { numRuns: 400 },
    );
  });
});
