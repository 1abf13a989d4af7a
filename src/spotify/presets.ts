import { scopes, type Scope } from './scopes.ts';

/** Ready-made choices of scopes. */
export const presets = [
  {
    name: 'Listening history',
    scopes: ['user-read-recently-played', 'user-read-currently-playing', 'user-top-read'],
  },
  { name: 'Now playing', scopes: ['user-read-currently-playing', 'user-read-playback-state'] },
  {
    name: 'Playlists',
    scopes: [
      'playlist-read-private',
      'playlist-read-collaborative',
      'playlist-modify-public',
      'playlist-modify-private',
      'ugc-image-upload',
    ],
  },
  {
    name: 'Playback control',
    scopes: ['user-read-currently-playing', 'user-read-playback-state', 'user-modify-playback-state'],
  },
  { name: 'Profile', scopes: ['user-read-private', 'user-read-email'] },
] as const satisfies readonly { name: string; scopes: readonly Scope[] }[];

/** The name of a preset, as the page shows it. */
export type PresetName = (typeof presets)[number]['name'];

/** What somebody in a hurry gets: *Listening history*. */
export const defaultPreset = presets[0];

/**
 * Which preset these scopes are, in whatever order they come: its name, `'Select all'` for all 19, or undefined.
 */
export function presetOf(chosen: Iterable<string>): PresetName | 'Select all' | undefined {
  const set = new Set(chosen);
  const isChosen = (names: readonly string[]) => names.length === set.size && names.every((name) => set.has(name));
  if (isChosen(scopes.map(({ name }) => name))) return 'Select all';
  return presets.find((preset) => isChosen(preset.scopes))?.name;
}
