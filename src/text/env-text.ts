import { quoteDotenv } from './quote.ts';

/** A variable with its value, or a comment. A variable without a value is left out. */
export type EnvTextLine = readonly [name: string, value: string | undefined] | string;

/**
 * The text of a `.env` file: a line for each variable and comment, with a line break at the end. If a `.env` file cannot
 * hold a value, a comment says so. Spotify's IDs and tokens consist of letters, digits, `-` and `_`, so this does not
 * happen with a real one.
 */
export function envText(lines: readonly EnvTextLine[]): string {
  return lines.map((line) => (typeof line === 'string' ? `# ${line}\n` : variableLine(...line))).join('');
}

function variableLine(name: string, value: string | undefined): string {
  if (value === undefined || value === '') return '';
  const quoted = quoteDotenv(value);
  return quoted === undefined
    ? `# ${name} is left out: a .env file cannot hold its characters. Copy it yourself.\n`
    : `${name}=${quoted}\n`;
}
