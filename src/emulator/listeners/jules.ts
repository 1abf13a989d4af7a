import { spotifyId } from '../state/spotify-id.ts';
import { episodeOf, localFile, tracksOf } from './catalogue.ts';
import type { Listener } from './listener.ts';

/** Has local files, some without names, and markup in the display name. An ad is playing. */
export const jules: Listener = {
  id: 'jules_o_neill',
  accountId: spotifyId('account', 'jules_o_neill'),
  displayName: 'Jules O’Neill <b>🎧</b>',
  pictured: false,
  about: 'Plays local files, has no picture. An ad is playing.',
  nowPlaying: 'ad',
  episode: episodeOf({
    name: 'Trailer',
    description: '',
    show: 'Static & Hiss: a podcast about tapes, the people who still record them, and the shops that sell them',
    publisher: 'Jules O’Neill',
    length: '1:12',
    releaseDate: '2026-11-01',
  }),
  rotation: [
    localFile('Basement Demos', 'Side A', 'take 4 (final) (really)', '3:18'),
    ...tracksOf({
      artist: 'The Unreturned Library Books',
      title: 'Overdue',
      released: '2017-10-06',
      tracks: [
        ['Due Date', '2:12', [], 'explicit'],
        ['Fine', '2:45', [], 'explicit'],
        ['Renewals', '3:31'],
        ['Withdrawn from Stock', '4:20'],
      ],
    }),
    localFile('', '', 'Track 07', '5:02'),
    ...tracksOf({
      artist: 'Marguerite Vidal',
      title: 'Chambre 12',
      released: '2026-09-18',
      tracks: [
        ['L’été, déjà', '3:24'],
        ['Où es-tu ?', '2:58', ['Octave Lenoir']],
        ['Minuit moins le quart', '4:11'],
      ],
    }),
    localFile('Oma Käthe', 'Küchenlieder 1987', 'Häschen in der Grube', '1:47'),
  ],
};
