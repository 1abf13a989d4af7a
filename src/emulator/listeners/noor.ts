import { spotifyId } from '../state/spotify-id.ts';
import { episodeOf, tracksOf } from './catalogue.ts';
import type { Listener } from './listener.ts';

/** Right-to-left names and titles, mixed with left-to-right ones; a podcast is playing. */
export const noor: Listener = {
  id: '31noorhaddadk5v2q7xw4m6c3z1b',
  accountId: spotifyId('account', '31noorhaddadk5v2q7xw4m6c3z1b'),
  displayName: 'نور الحداد',
  pictured: true,
  about: 'Right-to-left titles. A podcast episode is playing.',
  nowPlaying: 'episode',
  episode: episodeOf({
    name: 'الحلقة ١٢: أغنية لا تنتهي',
    description: 'حديث عن اللازمة في الغناء القديم والجديد.',
    show: 'مقام الحكاية',
    publisher: 'استوديو الزاوية',
    length: '1:03:45',
    releaseDate: '2026-11-12',
  }),
  rotation: [
    ...tracksOf({
      artist: 'ليلى منصور',
      title: 'شرفات البحر',
      released: '2022-05-13',
      tracks: [
        ['يا نسيم المسا', '5:21'],
        ['بيني وبينك (feat. Amir K.)', '4:02', ['Amir K.']],
        ['آخر الليل', '6:15'],
      ],
    }),
    ...tracksOf({
      artist: 'להקת הגשר',
      title: 'שירים מהמרפסת',
      released: '2020-08-28',
      tracks: [
        ['עוד פעם אחת', '3:36'],
        ['רחוב 17, קומה 3', '2:59'],
      ],
    }),
    ...tracksOf({
      artist: 'گروه باران',
      title: 'کوچه‌های شمالی',
      released: '2018-12-21',
      tracks: [
        ['نامه‌ای به دریا', '4:44'],
        ['خواب سپید', '3:52', ['سارا', 'Paper Lanterns']],
      ],
    }),
    ...tracksOf({
      artist: 'Oud & Otherwise',
      title: 'Live at the Citadel',
      released: '2025-02-14',
      tracks: [
        ['Samai Thaqil (سماعي ثقيل)', '8:08'],
        ['Encore!', '2:37'],
      ],
    }),
  ],
};
