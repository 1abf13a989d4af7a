import { Resvg } from '@resvg/resvg-js';
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
} from '../../../../test/support/listening/answers.ts';
import { boxesOf, descriptionOf, sizeOf, textsOf } from '../../../../test/support/listening/read-svg.ts';
import { hostileName } from '../../../../test/support/listening/hostile-names.ts';
import type { Answer } from '../../answer.ts';
import type { Look } from '../look.ts';
import { views } from '../views.ts';

const pixel = 'data:image/png;base64,iVBORw0KGgo=';

/** Draws an answer, and checks what holds for each card. */
function draw(answer: Answer, look: Look = {}): string {
  const svg = views.svg(answer, look);
  // A strict XML parser: it throws if the text is not well-formed.
  void new Resvg(svg, { font: { loadSystemFonts: false } });
  expect(svg).not.toMatch(/\p{Cs}/u);
  const { width, height } = sizeOf(svg);
  for (const { x, y, width: boxWidth, height: boxHeight, line } of boxesOf(svg)) {
    expect(x, line).toBeGreaterThanOrEqual(16);
    expect(x + boxWidth, line).toBeLessThanOrEqual(width - 16);
    expect(y, line).toBeGreaterThanOrEqual(15);
    expect(y + boxHeight, line).toBeLessThanOrEqual(height - 11);
  }
  return svg;
}

const noItems = (state: Answer['state'], more: Partial<Answer> = {}) => answerOf({ state, items: [], ...more });
const ranked = (more: Partial<Answer> = {}) =>
  answerOf({
    list: 'top/tracks',
    timeRange: 'short_term',
    items: plays.map((play) => ({ ...play, playedAt: null })),
    ...more,
  });

describe('the list card', () => {
  it('has a heading, and a row of name, artists and age for each item', () => {
    expect(textsOf(draw(answerOf({ items: plays.slice(0, 2) })))).toEqual([
      'Recently played',
      'No Change Given',
      'Kwame Adjei & the Night Buses',
      '5 min ago',
      'Þögnin á eftir',
      'Sigríður Ósk',
      '11 min ago',
    ]);
  });

  it('is 400 pixels wide, and grows by 52 for each row', () => {
    expect(sizeOf(draw(answerOf()))).toEqual({ width: 400, height: 318 });
    expect(sizeOf(draw(answerOf(), { limit: 1, width: 320 }))).toEqual({ width: 320, height: 110 });
    expect(sizeOf(draw(answerOf(), { limit: 0, width: 9000 }))).toEqual({ width: 500, height: 110 });
  });

  it('shows what plays now on top, with bars that move only if the reader wants motion', () => {
    const svg = draw(answerOf({ items: [current, ...plays] }), { limit: 2 });
    expect(textsOf(svg).slice(1, 4)).toEqual(['Tidewater', 'Paper Lanterns', 'now']);
    expect(svg.match(/animation/g)?.length).toBeGreaterThan(0);
    expect(svg.replace(/@media\(prefers-reduced-motion:no-preference\)\{.*\}<\/style>/, '')).not.toContain('animation');
  });

  it('shows no motion and no “now” while the player is paused', () => {
    const svg = draw(answerOf({ status: 'paused', items: [current, ...plays] }));
    expect(textsOf(svg).slice(1, 4)).toEqual(['Tidewater', 'Paper Lanterns', 'No Change Given']);
    expect(svg).not.toContain('animation');
  });

  it('counts ages on while Spotify fails, and says as of when', () => {
    const texts = textsOf(
      draw(answerOf({ state: 'failing', fetchedAt: at - 3 * 3_600_000, items: [current, ...plays] })),
    );
    expect(texts).not.toContain('now');
    expect(texts).not.toContain('Tidewater');
    expect(texts.at(-1)).toBe('As of 3 h ago');
  });

  it('has dates instead of ages in a file', () => {
    const texts = textsOf(draw(answerOf({ items: [current, ...plays] }), { times: 'date', limit: 1 }));
    expect(texts).toEqual([
      'Recently played',
      'No Change Given',
      'Kwame Adjei & the Night Buses',
      '28 Nov',
      'As of 28 Nov 2026, 15:59 UTC',
    ]);
  });

  it('numbers a top list, names its period, and has no times', () => {
    const texts = textsOf(draw(ranked(), { limit: 2 }));
    expect(texts.slice(0, 5)).toEqual([
      'Top tracks',
      'last 4 weeks',
      '1',
      'No Change Given',
      'Kwame Adjei & the Night Buses',
    ]);
    expect(texts.join()).not.toContain('ago');
  });

  it.each([
    ['warming', {}, 'One moment'],
    ['hidden', {}, 'Not shared just now'],
    ['empty', {}, 'Nothing played yet'],
    ['failing', { problem: { code: 'timed_out', retryAt: at } }, 'Not available just now'],
    ['failing', { problem: { code: 'refresh_token_rejected', retryAt: null } }, 'Not available'],
  ] as const)('says why there is nothing: %s', (state, more, title) => {
    for (const width of [320, 500]) {
      expect(textsOf(draw(noItems(state, more as Partial<Answer>), { width }))).toContain(title);
    }
  });

  it('is as high while it warms up as with its rows', () => {
    expect(sizeOf(draw(noItems('warming')))).toEqual(sizeOf(draw(answerOf())));
  });

  it('names what has no name', () => {
    const items = [trackOf('', ['Ada'], 1), localOf('', 2), localOf('Kitchen demo', 3), trackOf('\u0000', [''], 4)];
    expect(textsOf(draw(answerOf({ items })))).toEqual([
      'Recently played',
      'Untitled',
      'Ada',
      '1 min ago',
      'Local file',
      '2 min ago',
      'Kitchen demo',
      'Local file',
      '3 min ago',
      'Untitled',
      '4 min ago',
    ]);
  });

  it('names what has a name that cannot be seen', () => {
    const items = [trackOf('\u200b\u3164', ['\u2800', 'Ada'], 1), trackOf('\u200e', ['\ufe0f'], 2)];
    expect(textsOf(draw(answerOf({ items }))).slice(1)).toEqual([
      'Untitled',
      'Ada',
      '1 min ago',
      'Untitled',
      '2 min ago',
    ]);
  });

  it('sets a right-to-left name from the right, and its time to the left', () => {
    const boxes = boxesOf(draw(answerOf({ items: [hardPlays[2]!] })));
    const [, name, by, time] = boxes;
    expect(name).toMatchObject({ anchor: 'end', line: expect.stringMatching(/^\u2067.*\u2069$/) });
    expect(by!.x + by!.width).toBeLessThan(400 - 16);
    expect(time!.x).toBe(name!.x);
  });

  it('says the whole list to a screen reader, uncut', () => {
    const description = descriptionOf(draw(answerOf({ items: hardPlays.slice(0, 2) })));
    expect(description).toContain(hardPlays[0]!.name);
    expect(description).toContain('Rosa Delmar, The Elephant & Castle Brass, explicit, 9 minutes ago');
  });

  it('says that it is practice', () => {
    expect(textsOf(draw(answerOf({ isPractice: true }))).slice(0, 2)).toEqual(['Practice', 'recently played']);
    expect(textsOf(draw(playerOf(current, { isPractice: true }), { width: 320 }))[0]).toBe('Practice');
  });
});

describe('the single card', () => {
  const whilePlaying = 'Songs show here while they play';

  it('shows the player, how far it is, and the length only', () => {
    const svg = draw(playerOf(current));
    expect(textsOf(svg)).toEqual(['Now playing', 'Tidewater', 'Paper Lanterns', '3:42']);
    expect(sizeOf(svg).height).toBe(144);
    expect(svg).toContain('animation:rf-progress 140000ms');
  });

  it.each([
    ['paused', 'paused', { startedAt: null, progressMs: 100_000 }, ['Paused', 'Tidewater', 'Paper Lanterns', '3:42']],
    ['ad', 'ad', { items: [plays[0]!] }, ['Ad break', 'No Change Given', 'Kwame Adjei & the Night Buses', '5 min ago']],
    ['ad with nothing before it', 'ad', { items: [] }, ['Now playing', 'Ad break', 'The music goes on in a moment']],
    ['idle', 'idle', { items: [plays[3]!] }, ['Last played', 'Morning, Again', 'Hollow & Pine', '2 h ago']],
    ['unknown', 'unknown', { items: [plays[3]!] }, ['Last played', 'Morning, Again', 'Hollow & Pine', '2 h ago']],
    ['unknown, with no last play', 'unknown', { items: [] }, ['Now playing', 'No song is playing', whilePlaying]],
    [
      'idle, with no last play',
      'idle',
      { state: 'empty', items: [] },
      ['Now playing', 'No song is playing', whilePlaying],
    ],
    [
      'failing',
      'playing',
      { state: 'failing', fetchedAt: at - 7_200_000 },
      ['Last heard', 'Tidewater', 'Paper Lanterns', 'As of 2 h ago'],
    ],
  ] as const)('says what is known: %s', (_, status, more, texts) => {
    const svg = draw(playerOf(current, { status, startedAt: null, ...(more as Partial<Answer>) }));
    expect(textsOf(svg)).toEqual(texts);
    expect(svg).not.toContain('animation');
  });

  it('says to a screen reader that the play was before the ad', () => {
    const ad = { status: 'ad', startedAt: null, items: [plays[0]!] } as const;
    expect(descriptionOf(draw(playerOf(current, ad)))).toMatch(
      /No Change Given.*5 minutes ago.*Played before the ad\.$/,
    );
    expect(descriptionOf(draw(playerOf(current)))).not.toContain('before the ad');
    expect(descriptionOf(draw(answerOf({ status: 'ad' })))).not.toContain('before the ad');
  });

  it('says the same in the layout of a list', () => {
    const draws = (more: Partial<Answer>) => textsOf(draw(playerOf(current, more), { layout: 'list' }))[0];
    expect(draws({})).toBe('Now playing');
    expect(draws({ status: 'idle', startedAt: null, items: [plays[3]!] })).toBe('Last played');
    expect(draws({ status: 'ad', startedAt: null, items: [plays[3]!] })).toBe('Ad break');
  });

  it('shows an episode with its podcast', () => {
    const episode = trackOf('Why refrains stay', [], null, { kind: 'episode', show: 'The Second Ending' });
    expect(textsOf(draw(playerOf(episode)))).toContain('The Second Ending');
  });

  it('shows the item of a list that is asked for', () => {
    expect(textsOf(draw(answerOf(), { layout: 'single', item: 2 }))).toContain('Þögnin á eftir');
    expect(textsOf(draw(ranked(), { layout: 'single', item: 2 }))[0]).toBe('Top track no. 2');
    expect(textsOf(draw(answerOf(), { layout: 'single', item: 6 }))).toContain('Nothing here');
  });

  it('takes no notice of an item that is asked for if the list has only the one in the player', () => {
    expect(draw(playerOf(current), { item: 2 })).toBe(draw(playerOf(current)));
  });

  it('tells screen readers the period of a top list, as the other views do', () => {
    expect(draw(ranked(), { layout: 'single' })).toContain('>Top track no. 1 on Spotify, last 4 weeks</title>');
    expect(draw(ranked(), { layout: 'single', item: 50 })).toContain('>Top tracks on Spotify, last 4 weeks</title>');
  });
});

describe('every card', () => {
  const look = { layout: 'list', limit: 5 } as const;

  it('shows artwork from data: URIs of pictures only, else a note', () => {
    const item = plays[0]!;
    const url = item.images[2]!.url;
    const withCover = (cover: string) => draw(answerOf({ items: [item] }), { covers: new Map([[url, cover]]) });
    expect(withCover(pixel)).toContain(`href="${pixel}"`);
    for (const bad of [
      url,
      'data:image/svg+xml;base64,AA',
      'data:image/png;base64,"><script>',
      'javascript:alert(1)',
    ]) {
      expect(withCover(bad)).not.toContain('<image');
    }
    expect(draw(answerOf(), { artwork: false, covers: new Map([[url, pixel]]) })).not.toMatch(
      /<image|<path class="rf-sign"/,
    );
  });

  it('follows the system with the theme auto, and needs no CSS to be light', () => {
    const svg = draw(answerOf(), look);
    expect(svg).toContain('@media(prefers-color-scheme:dark)');
    expect(svg).toContain('fill="#ffffff"');
    expect(draw(answerOf(), { theme: 'dark' })).toContain('class="rf-ground rf-edge" fill="#15171a"');
    for (const fixed of [{ theme: 'light' }, { theme: 'dark' }, { background: '25142c' }] as const) {
      expect(draw(answerOf(), fixed)).not.toContain('prefers-color-scheme');
    }
  });

  it('has no ground and no padding with the background none', () => {
    const svg = views.svg(answerOf({ items: plays.slice(0, 1) }), { background: 'none', width: 320 });
    expect(svg).toMatch(/^<svg [^>]*width="320" height="80" viewBox="15 15 320 80"/);
    expect(svg).not.toContain('<rect class="rf-ground');
    expect(svg).toContain('prefers-color-scheme');
    for (const { x, width } of boxesOf(svg)) {
      expect(x).toBeGreaterThan(15);
      expect(x + width).toBeLessThan(15 + 320);
    }
  });

  it('ignores a colour that is not one', () => {
    const colours = { background: 'red"/><script>', text: '12345', accent: '#1234567' };
    expect(draw(answerOf(), colours)).toBe(draw(answerOf()));
  });

  it('has Spotify’s logo, at least 70 pixels wide', () => {
    for (const answer of [answerOf(), playerOf(current), noItems('empty')]) {
      expect(draw(answer)).toMatch(/width="72" height="22.5" viewBox="0 0 1280 400"/);
    }
  });

  it('holds 10,000 hostile names', () => {
    fc.assert(
      fc.property(
        fc.array(hostileName, { minLength: 25, maxLength: 25 }),
        fc.record({ width: fc.integer({ min: 320, max: 500 }), layout: fc.constantFrom('list', 'single') }),
        (names, { width, layout }) => {
          const items = names.map((name, at) =>
            trackOf(name, [name, names[at - 1] ?? ''], at, { explicit: at % 2 === 0 }),
          );
          const svg = draw(answerOf({ items }), { width, layout: layout as 'list', limit: 50 });
          expect(svg).not.toMatch(/<(script|img)|(?!\n)\p{Cc}|[\u202a-\u202e]/u);
        },
      ),
      { numRuns: 400 },
    );
  });
});
