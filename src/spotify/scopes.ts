/** The groups in which scopes are shown, in display order. */
export const scopeGroups = ['Listening', 'Account', 'Playlists', 'Player', 'Library', 'Apps'] as const;

/** The name of a group of scopes. */
export type ScopeGroup = (typeof scopeGroups)[number];

/**
 * Spotify's 19 scopes in display order. Each description says to the listener what the token can do.
 * @see https://developer.spotify.com/documentation/web-api/concepts/scopes
 */
export const scopes = [
  { name: 'user-read-recently-played', description: 'What you played last', group: 'Listening' },
  { name: 'user-read-currently-playing', description: 'What is playing now', group: 'Listening' },
  { name: 'user-top-read', description: 'Your top artists and tracks', group: 'Listening' },
  { name: 'user-read-playback-state', description: 'What is playing, and on which device', group: 'Listening' },
  { name: 'user-read-playback-position', description: 'Where you stopped in an episode', group: 'Listening' },
  { name: 'user-read-private', description: 'Your subscription', group: 'Account' },
  { name: 'user-read-email', description: 'Your e-mail address', group: 'Account' },
  { name: 'playlist-read-private', description: 'See private playlists', group: 'Playlists' },
  { name: 'playlist-read-collaborative', description: 'See collaborative playlists', group: 'Playlists' },
  { name: 'playlist-modify-public', description: 'Change public playlists', group: 'Playlists' },
  { name: 'playlist-modify-private', description: 'Change private playlists', group: 'Playlists' },
  { name: 'ugc-image-upload', description: 'Upload a playlist cover', group: 'Playlists' },
  { name: 'user-modify-playback-state', description: 'Play, pause, skip', group: 'Player' },
  { name: 'streaming', description: 'Play music in your own page', group: 'Player' },
  { name: 'user-library-read', description: 'See what you saved', group: 'Library' },
  { name: 'user-library-modify', description: 'Save and remove', group: 'Library' },
  { name: 'user-follow-read', description: 'See whom you follow', group: 'Library' },
  { name: 'user-follow-modify', description: 'Follow and unfollow', group: 'Library' },
  { name: 'app-remote-control', description: 'Control the Spotify app on a phone', group: 'Apps' },
] as const satisfies readonly { name: string; description: string; group: ScopeGroup }[];

/** The name of one of Spotify's scopes. */
export type Scope = (typeof scopes)[number]['name'];

/** Whether Spotify has a scope with exactly this name. */
export function isScope(name: string): name is Scope {
  return scopes.some((scope) => scope.name === name);
}
