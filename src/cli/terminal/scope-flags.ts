import { presets } from '../../spotify/presets.ts';
import { isScope, scopes, type Scope } from '../../spotify/scopes.ts';
import { didYouMean } from './suggest.ts';
import { usageError } from '../context/usage-error.ts';

const everyScope: readonly Scope[] = scopes.map(({ name }) => name);

/** The flag value for a preset: `listening-history` for `Listening history`. */
export function presetFlag(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

/**
 * The scopes that `--scope` and `--preset` select together. `--scope` can be repeated, list several scopes, be `all`, or
 * be empty for none.
 * @returns undefined if neither flag is given
 * @throws RefrainError `wrong_usage` for an unknown scope or preset
 */
export function selectScopes(flags: {
  readonly scope?: readonly string[] | undefined;
  readonly preset?: readonly string[] | undefined;
}): readonly Scope[] | undefined {
  if (flags.scope === undefined && flags.preset === undefined) return undefined;
  const named = (flags.scope ?? []).flatMap((text) => text.split(/[\s,]+/).filter(Boolean));
  const wanted = new Set<Scope>([
    ...(flags.preset ?? []).flatMap(readPreset),
    ...named.flatMap((name) => (name === 'all' ? everyScope : readScope(name))),
  ]);
  return everyScope.filter((name) => wanted.has(name));
}

function readPreset(name: string): readonly Scope[] {
  const flag = presetFlag(name.trim());
  if (flag === 'all' || flag === 'select-all') return everyScope;
  const preset = presets.find((known) => presetFlag(known.name) === flag);
  if (preset) return preset.scopes;
  const known = [...presets.map((one) => presetFlag(one.name)), 'all'];
  throw usageError(
    `Unknown preset: \u201c${name.slice(0, 60)}\u201d.${didYouMean(name, known) || ` Presets: ${known.join(', ')}.`}`,
  );
}

function readScope(name: string): Scope {
  if (isScope(name)) return name;
  throw usageError(
    `Unknown scope: \u201c${name.slice(0, 60)}\u201d.${didYouMean(name, everyScope) || ' Run `refrain scopes` for a list.'}`,
  );
}
