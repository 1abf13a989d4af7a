import { quoteDotenv } from './quote.ts';

/**
 * The line of a `.env` file that sets a variable, or a comment if a `.env` file cannot hold the value. Spotify's IDs
 * and tokens consist of letters, digits, `-` and `_`, so this does not happen with a real one.
 * @returns one line without its line end; undefined if the value is empty or undefined
 */
export function envLine(name: string, value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined;
  const quoted = quoteDotenv(value);
  return quoted === undefined
    ? `# ${name} is left out: a .env file cannot hold its characters. Copy it yourself.`
    : `${name}=${quoted}`;
}
