import { describe, expect, it } from 'vitest';
import { answerOf, current, playerOf, plays, trackOf } from '../../../test/support/listening/answers.ts';
import { coverAddresses } from './covers.ts';

describe('coverAddresses', () => {
  it('are the small pictures of the rows that are shown', () => {
    expect(coverAddresses(answerOf(), { limit: 2 })).toEqual(plays.slice(0, 2).map(({ images }) => images[2]!.url));
  });

  it('is one large picture for a single card', () => {
    expect(coverAddresses(playerOf(current))).toEqual([current.images[1]!.url]);
    expect(coverAddresses(answerOf(), { layout: 'single', item: 2 })).toEqual([plays[1]!.images[1]!.url]);
  });

  it('are none without artwork, and each address once', () => {
    expect(coverAddresses(answerOf(), { artwork: false })).toEqual([]);
    expect(coverAddresses(answerOf({ items: [plays[0]!, plays[0]!] }))).toHaveLength(1);
  });

  it('takes the first picture if no width is known, and no address that is not one of the web', () => {
    const image = (url: string) => trackOf('A', [], 1, { images: [{ url, width: null }] });
    const items = [
      image('https://i.scdn.co/image/only'),
      image('data:image/png;base64,AA'),
      image('javascript:alert(1)'),
    ];
    expect(coverAddresses(answerOf({ items }))).toEqual(['https://i.scdn.co/image/only']);
  });
});
