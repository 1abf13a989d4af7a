import { operationsOpenedBy, type Operation } from '../../../spotify/operations.ts';
import { presets } from '../../../spotify/presets.ts';
import { scopes, type Scope, type ScopeGroup } from '../../../spotify/scopes.ts';
import { presetFlag } from '../../terminal/scope-flags.ts';

/** All that is told of one scope. */
export interface ScopeFacts {
  readonly name: Scope;
  /** What it lets a token do, said to the listener. */
  readonly words: string;
  readonly group: ScopeGroup;
  /** The calls that it opens or shares in opening, those closed in development mode last. */
  readonly endpoints: readonly Operation[];
  /** The presets that hold it, as `--preset` takes them. */
  readonly presets: readonly string[];
}

/** The scopes named, in their own order, or all of them. */
export function scopeFacts(wanted: readonly Scope[] = scopes.map(({ name }) => name)): readonly ScopeFacts[] {
  return scopes
    .filter(({ name }) => wanted.includes(name))
    .map(({ name, description, group }) => ({
      name,
      words: description,
      group,
      endpoints: operationsOpenedBy(name),
      presets: presetFacts()
        .filter((preset) => preset.scopes.includes(name))
        .map((preset) => preset.name),
    }));
}

/** Every preset under the name that `--preset` takes. */
export function presetFacts(): readonly { readonly name: string; readonly scopes: readonly Scope[] }[] {
  return presets.map((preset) => ({ name: presetFlag(preset.name), scopes: preset.scopes }));
}
