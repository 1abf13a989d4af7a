import { quoteDotenv } from '../../../text/quote.ts';
import { usageError } from '../../context/usage-error.ts';
import type { Entry } from './edit-env-file.ts';
import { variableNames, type VariableName } from '../../profile/variables.ts';

/** Where there is none, none is put in, and one that stands there stays: it may be for something else. */
const leftAlone: readonly VariableName[] = ['SPOTIFY_CLIENT_SECRET'];

/**
 * What is to be set in a `.env` file. A date or an address that belonged to another token is emptied, for it would
 * be taken for this one's.
 * @throws RefrainError `wrong_usage` for a value that no reader of such files would take as it is
 */
export function entriesOf(variables: Readonly<Record<VariableName, string | undefined>>): readonly Entry[] {
  return variableNames.flatMap((name): readonly Entry[] => {
    const value = variables[name];
    if (value === undefined) return leftAlone.includes(name) ? [] : [{ name, written: undefined }];
    const written = quoteDotenv(value);
    if (written === undefined) throw usageError(`${name} holds characters that a .env file cannot carry.`);
    return [{ name, written }];
  });
}
