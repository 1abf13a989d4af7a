import type { ListName, TimeRange } from '../../../../listening/answer.ts';

/** The lists as the index names them. */
export const listTitles: Readonly<Record<ListName, string>> = {
  'now-playing': 'Now playing',
  'recently-played': 'Recently played',
  'top/tracks': 'Top tracks',
  'top/artists': 'Top artists',
};

export const rangeTitles: Readonly<Record<TimeRange, string>> = {
  short_term: '4 weeks',
  medium_term: '6 months',
  long_term: 'A year',
};
