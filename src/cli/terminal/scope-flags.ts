import { presets } from '../../spotify/presets.ts';
import { isScope, scopes, type Scope } from '../../spotify/scopes.ts';
import { didYouMean } from './suggest.ts';
import { usageError } from '../context/usage-error.ts';

const everyScope: readonly Scope[] = scopes.map(({ name }) => name);

/** `Listening history` as a flag takes it: `listening-history`. */
export function presetFlag(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

/**
 * The scopes that flags ask for: `--scope` may be repeated, hold several, be `all`, or be empty for none; `--preset` adds
 * its own.
 * @returns undefined where no flag says anything
 * @throws RefrainError `wrong_usage` for a scope or preset that there is not
 */
export function scopesWanted(given: {
  readonly scope?: readonly string[] | undefined;
  readonly preset?: readonly string[] | undefined;
}): readonly Scope[] | undefined {
  if (given.scope === undefined && given.preset === undefined) return undefined;
  const named = (given.scope ?? []).flatMap((text) => text.split(/[\s,]+/).filter(Boolean));
  const wanted = new Set<Scope>([
    ...(given.preset ?? []).flatMap(scopesOfPreset),
    ...named.flatMap((name) => (name === 'all' ? everyScope : scopeNamed(name))),
  ]);
  return everyScope.filter((name) => wanted.has(name));
}

function scopesOfPreset(name: string): readonly Scope[] {
  const flag = presetFlag(name.trim());
  if (flag === 'all' || flag === 'select-all') return everyScope;
  const preset = presets.find((known) => presetFlag(known.name) === flag);
  if (preset) return preset.scopes;
  const known = [...presets.map((one) => presetFlag(one.name)), 'all'];
  throw usageError(
    `There is no preset \u201c${name.slice(0, 60)}\u201d.${didYouMean(name, known) || ` There are: ${known.join(', ')}.`}`,
  );
}

function scopeNamed(name: string): Scope {
  if (isScope(name)) return name;
  throw usageError(
    `Spotify has no scope \u201c${name.slice(0, 60)}\u201d.${didYouMean(name, everyScope) || ' See: refrain scopes'}`,
  );
}
