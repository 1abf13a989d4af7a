import { presets, type PresetName } from '../../spotify/presets.ts';
import { scopeGroups, scopes, type Scope, type ScopeGroup } from '../../spotify/scopes.ts';

/** What the page says about scopes, in any language. The names of scopes are Spotify's and stay as they are. */
export interface ScopeText {
  /** What the token can do. */
  readonly descriptions: Readonly<Record<Scope, string>>;
  readonly groups: Readonly<Record<ScopeGroup, string>>;
  readonly presets: Readonly<Record<PresetName, string>>;
}

type Pairs<Key extends string> = readonly (readonly [Key, string])[];
const record = <Key extends string>(pairs: Pairs<Key>) => Object.fromEntries(pairs) as Record<Key, string>;

/** In English, the command shows the same texts, so they come from `src/spotify`. */
export const englishScopes: ScopeText = {
  descriptions: record(scopes.map(({ name, description }) => [name, description])),
  groups: record(scopeGroups.map((name) => [name, name])),
  presets: record(presets.map(({ name }) => [name, name])),
};
