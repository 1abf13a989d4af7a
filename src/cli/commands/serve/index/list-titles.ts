import type { ListName } from '../../../../listening/answer.ts';

/** The lists as the index names them. */
export const listTitles: Readonly<Record<ListName, string>> = {
  'now-playing': 'Now playing',
  'recently-played': 'Recently played',
  'top/tracks': 'Top tracks',
  'top/artists': 'Top artists',
};
