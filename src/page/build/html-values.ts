import { defaultPreset } from '../../spotify/presets.ts';
import { scopes } from '../../spotify/scopes.ts';

/** The values of the `{name}` in the texts of index.html, in any language. */
export const htmlValues: Readonly<Record<string, string>> = {
  scopes: String(scopes.length),
  chosen: String(defaultPreset.scopes.length),
};
