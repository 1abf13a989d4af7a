import { spotifyId } from '../state/spotify-id.ts';
import { episodeOf, tracksOf } from './catalogue.ts';
import type { Listener } from './listener.ts';

/** Many genres, several artists on a track, explicit ones, titles from one letter to a whole paragraph. */
export const maya: Listener = {
  id: 'maya.lindqvist',
  accountId: spotifyId('account', 'maya.lindqvist'),
  displayName: 'Maya Lindqvist',
  pictured: true,
  about: 'Listens to a bit of everything. A track is playing.',
  nowPlaying: 'track',
  episode: episodeOf({
    name: '88. Why refrains stay with us',
    description: 'A choir conductor and a neurologist on the lines that come back.',
    show: 'The Second Ending',
    publisher: 'Half Note Audio',
    length: '42:17',
    releaseDate: '2026-10-30',
  }),
  rotation: [
    ...tracksOf({
      artist: 'Paper Lanterns',
      title: 'Slow Harbour',
      released: '2024-03-15',
      tracks: [
        ['Tidewater', '3:42'],
        ['Salt on the Windows', '4:05', ['Ines Quiroga']],
        ['O', '1:58'],
        [
          'Everything I Meant to Tell You on the Last Ferry Home but Kept Folded in My Coat Pocket until It Was Too Late and the Lights Were Already Out (Long Version for the People Who Stayed)',
          '7:31',
        ],
      ],
    }),
    ...tracksOf({
      artist: 'Kwame Adjei & the Night Buses',
      title: 'Route 43',
      released: '2025-06-06',
      tracks: [
        ['Upper Deck', '2:51', ['Tola', 'MC Parallax', 'Rosa Delmar', 'The Elephant & Castle Brass']],
        ['No Change Given', '3:09', [], 'explicit'],
        ['Terminates Here', '5:12'],
      ],
    }),
    ...tracksOf({
      artist: 'Sigríður Ósk',
      title: 'Næturgöngur',
      released: '2021-11-05',
      tracks: [
        ['Þögnin á eftir', '4:48'],
        ['Ljós í læknum', '3:27'],
      ],
    }),
    ...tracksOf({
      artist: '夜行バス',
      title: '始発まで',
      released: '2023-09-20',
      tracks: [
        ['雨のち、きみ', '4:16'],
        ['改札口', '3:33', ['Mika 水野']],
      ],
    }),
    ...tracksOf({
      artist: 'Hollow & Pine',
      title: 'Field Recordings, Vol. 2',
      released: '2019-02-01',
      tracks: [
        ['Bees <in> the "Wall" & Other Stories', '2:24'],
        ['Morning, Again', '3:50'],
      ],
    }),
    ...tracksOf({
      artist: 'DJ Ångström',
      title: '0.1 nm (Remixes)',
      released: '2026-01-23',
      tracks: [
        ['Wavelength - Extended Club Mix', '6:40', ['Café Tacvba Tributo']],
        ['🌊🌊🌊', '3:03', [], 'explicit'],
      ],
    }),
  ],
};
