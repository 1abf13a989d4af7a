import { presets, type PresetName } from '../../spotify/presets.ts';
import { scopeGroups, scopes, type Scope, type ScopeGroup } from '../../spotify/scopes.ts';

/** What the page says about scopes, in any language. The names of scopes are Spotify's and stay as they are. */
export interface ScopeText {
  /** What the token can do. */
  readonly descriptions: Readonly<Record<Scope, string>>;
  readonly groups: Readonly<Record<ScopeGroup, string>>;
  readonly presets: Readonly<Record<PresetName, string>>;
  /** What a preset is for. At most 50 characters: a second line on a phone would move the list below it. */
  readonly presetHints: Readonly<Record<PresetName | 'Select all', string>>;
}

type Pairs<Key extends string> = readonly (readonly [Key, string])[];
const record = <Key extends string>(pairs: Pairs<Key>) => Object.fromEntries(pairs) as Record<Key, string>;

/** In English, the command shows the same texts, so they come from `src/spotify`. */
export const englishScopes: ScopeText = {
  descriptions: record(scopes.map(({ name, description }) => [name, description])),
  groups: record(scopeGroups.map((name) => [name, name])),
  presets: record(presets.map(({ name }) => [name, name])),
  presetHints: {
    'Listening history': 'Recent plays, now playing, top artists and tracks.',
    'Now playing': 'What is playing now, and on which device.',
    Playlists: 'See, create and change playlists and covers.',
    'Playback control': 'What is playing, and play, pause, skip.',
    Profile: 'Your subscription and e-mail address.',
    'Select all': 'Everything that Spotify offers.',
  },
};
