import { operationsOpenedBy, type Operation } from '../../../spotify/operations.ts';
import { presets } from '../../../spotify/presets.ts';
import { scopes, type Scope, type ScopeGroup } from '../../../spotify/scopes.ts';
import { presetFlag } from '../../terminal/scope-flags.ts';

/** What Refrain knows about one scope. */
export interface ScopeFacts {
  readonly name: Scope;
  /** What it lets a token do, addressed to the user. */
  readonly words: string;
  readonly group: ScopeGroup;
  /** The calls that need it, some with other scopes. Those closed in development mode come last. */
  readonly endpoints: readonly Operation[];
  /** The presets that contain it, as `--preset` takes them. */
  readonly presets: readonly string[];
}

/** The facts about these scopes, or about all, in display order. */
export function listScopes(wanted: readonly Scope[] = scopes.map(({ name }) => name)): readonly ScopeFacts[] {
  return scopes
    .filter(({ name }) => wanted.includes(name))
    .map(({ name, description, group }) => ({
      name,
      words: description,
      group,
      endpoints: operationsOpenedBy(name),
      presets: listPresets()
        .filter((preset) => preset.scopes.includes(name))
        .map((preset) => preset.name),
    }));
}

/** Every preset with the name that `--preset` takes. */
export function listPresets(): readonly { readonly name: string; readonly scopes: readonly Scope[] }[] {
  return presets.map((preset) => ({ name: presetFlag(preset.name), scopes: preset.scopes }));
}
