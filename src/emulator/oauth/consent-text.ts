import type { Scope } from '../../spotify/scopes.ts';

/** The three headings of Spotify's consent page. */
export const consentHeadings = {
  account: 'View your Spotify account data',
  activity: 'View your activity on Spotify',
  actions: 'Take actions in Spotify on your behalf',
} as const;

export type ConsentHeading = keyof typeof consentHeadings;

/** What every app can see, without any scope. */
export const alwaysSeen =
  'Your name, username, profile picture, how many followers you have, and your public playlists';

/** The heading and the sentence of each scope on the consent page. */
export const consentSentences: Readonly<Record<Scope, readonly [ConsentHeading, string]>> = {
  'user-read-private': ['account', 'Your type of subscription'],
  'user-read-email': ['account', 'Your email'],
  'user-read-recently-played': ['activity', 'Content you have recently played'],
  'user-top-read': ['activity', 'Your top artists and content'],
  'user-read-currently-playing': ['activity', 'The content you are playing'],
  'user-read-playback-state': ['activity', 'The content you are playing and the devices you play it on'],
  'user-read-playback-position': ['activity', 'Where you stopped in content you have played'],
  'user-library-read': ['activity', 'What you saved in Your Library'],
  'user-follow-read': ['activity', 'Who you follow'],
  'playlist-read-private': ['activity', 'Your private playlists'],
  'playlist-read-collaborative': ['activity', 'Your collaborative playlists'],
  'playlist-modify-public': ['actions', 'Create, edit and follow public playlists'],
  'playlist-modify-private': ['actions', 'Create, edit and follow private playlists'],
  'user-library-modify': ['actions', 'Add and remove items in Your Library'],
  'user-follow-modify': ['actions', 'Choose who you follow'],
  'user-modify-playback-state': ['actions', 'Control what plays on your devices'],
  'app-remote-control': ['actions', 'Talk to the Spotify app on your device'],
  'ugc-image-upload': ['actions', 'Upload images to personalize your playlist covers'],
  streaming: ['actions', 'Stream and control Spotify on your other devices'],
};
