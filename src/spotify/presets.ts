import { scopes, type Scope } from './scopes.ts';

/** Sets of scopes for common uses, in display order. */
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

/** The name of a preset, as the page shows it. The command takes it in lower case with hyphens. */
export type PresetName = (typeof presets)[number]['name'];

/** The preset that is chosen at first: *Listening history*. */
export const defaultPreset = presets[0];

/** The preset that consists of these scopes, in any order: its name, `'Select all'` for all 19, or undefined. */
export function presetOf(chosen: Iterable<string>): PresetName | 'Select all' | undefined {
  const set = new Set(chosen);
  const isSame = (names: readonly string[]) => names.length === set.size && names.every((name) => set.has(name));
  if (isSame(scopes.map(({ name }) => name))) return 'Select all';
  return presets.find((preset) => isSame(preset.scopes))?.name;
}
