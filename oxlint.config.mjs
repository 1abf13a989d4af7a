import { readFileSync } from 'node:fs';
import { lintOverrides } from './scripts/rooms.mjs';

/** The rules of `.oxlintrc.json`, which editors read too, and the direction of imports between the rooms. */
const base = JSON.parse(readFileSync(new URL('.oxlintrc.json', import.meta.url), 'utf8'));

// oxlint loads the default export.
export default { ...base, overrides: [...lintOverrides(), ...base.overrides] };
