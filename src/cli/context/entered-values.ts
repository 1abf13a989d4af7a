import { usageError } from './usage-error.ts';
import { findLookAlike, type LookAlike } from '../../text/values/look-alike.ts';

const nouns = { client_id: 'a client ID', refresh_token: 'a refresh token' } as const;

/** What a value can be instead of the right one. A secret must not be repeated, so only placeholders are shown. */
const looks: Readonly<Record<LookAlike, (value: string) => string>> = {
  placeholder: (value) => `the placeholder \u201c${value.slice(0, 60)}\u201d`,
  address: () => 'an address',
  access_token: () => 'an access token',
  refresh_token: () => 'a refresh token',
  client_secret: () => 'a client secret',
  client_id_or_secret: () => 'a client ID or a client secret',
};

/**
 * Describes a client ID or refresh token that is surely something else.
 * @param source what to name: a flag, a variable, `This`
 * @returns a sentence without its full stop; undefined if the value may be right
 */
export function describeWrongValue(
  value: string,
  wanted: keyof typeof nouns,
  source: string = 'This',
): string | undefined {
  const look = findLookAlike(value, wanted);
  return look && `${source} is ${looks[look](value)}, not ${nouns[wanted]}`;
}

/**
 * Refuses a client ID or refresh token that is surely something else.
 * @throws RefrainError `wrong_usage`
 */
export function checkEntered(value: string, wanted: keyof typeof nouns, source: string): string {
  const problem = describeWrongValue(value, wanted, source);
  if (problem) throw usageError(`${problem}.`);
  return value;
}

/**
 * Fills an empty field with a value that was pasted together with another one. If the field has a value, it keeps it.
 * @param name of the field, for `say`
 * @param say gets one line if the two differ
 */
export function fillField(
  name: string,
  entered: string | undefined,
  found: string | undefined,
  say: (line: string) => void,
): string | undefined {
  if (entered && found && entered !== found) {
    say(`The text with the refresh token names another ${name}. The one that you gave is used.\n`);
  }
  return entered || found;
}
