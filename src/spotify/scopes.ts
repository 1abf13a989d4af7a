/** The groups that scopes are shown in, in display order. */
export const scopeGroups = ['Listening', 'Account', 'Playlists', 'Player', 'Library', 'Apps'] as const;

/** The name of such a group. */
export type ScopeGroup = (typeof scopeGroups)[number];

/**
 * Spotify's 19 scopes in display order, each with what it lets a token do, said to the listener.
 * @see https://developer.spotify.com/documentation/web-api/concepts/scopes
 */
export const scopes = [
  { name: 'user-read-recently-played', words: 'What you played last', group: 'Listening' },
  { name: 'user-read-currently-playing', words: 'What is playing now', group: 'Listening' },
  { name: 'user-top-read', words: 'Your top artists and tracks', group: 'Listening' },
  { name: 'user-read-playback-state', words: 'What is playing, and on which device', group: 'Listening' },
  { name: 'user-read-playback-position', words: 'Where you stopped in an episode', group: 'Listening' },
  { name: 'user-read-private', words: 'Your subscription', group: 'Account' },
  { name: 'user-read-email', words: 'Your e-mail address', group: 'Account' },
  { name: 'playlist-read-private', words: 'See private playlists', group: 'Playlists' },
  { name: 'playlist-read-collaborative', words: 'See collaborative playlists', group: 'Playlists' },
  { name: 'playlist-modify-public', words: 'Change public playlists', group: 'Playlists' },
  { name: 'playlist-modify-private', words: 'Change private playlists', group: 'Playlists' },
  { name: 'ugc-image-upload', words: 'Upload a playlist cover', group: 'Playlists' },
  { name: 'user-modify-playback-state', words: 'Play, pause, skip', group: 'Player' },
  { name: 'streaming', words: 'Play music in your own page', group: 'Player' },
  { name: 'user-library-read', words: 'See what you saved', group: 'Library' },
  { name: 'user-library-modify', words: 'Save and remove', group: 'Library' },
  { name: 'user-follow-read', words: 'See whom you follow', group: 'Library' },
  { name: 'user-follow-modify', words: 'Follow and unfollow', group: 'Library' },
  { name: 'app-remote-control', words: 'Steer the Spotify app on a phone', group: 'Apps' },
] as const satisfies readonly { name: string; words: string; group: ScopeGroup }[];

/** The name of one of Spotify's scopes. */
export type Scope = (typeof scopes)[number]['name'];

/** Whether Spotify has a scope of this very name (case counts). */
export function isScope(name: string): name is Scope {
  return scopes.some((scope) => scope.name === name);
}
