import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultProfile } from '../profile/records/profile-name.ts';

/** Formats a command for the user to copy: `refrain env`, or `node dist/cli/refrain.js env --profile work`. */
export type CommandText = (command: string) => string;

/** The record that the messages of a run are about. The run sets it as soon as it is known. */
export interface Subject {
  /** Undefined for the record of a token in SPOTIFY_REFRESH_TOKEN. */
  profile: string | undefined;
}

/** What the text of a command depends on. */
export interface CommandTextRun extends Readonly<Subject> {
  readonly childEnvironment: Readonly<Record<string, string | undefined>>;
  readonly packageFolder: URL;
}

/**
 * Creates the function that formats commands for one run. For the record of a variable, which has no profile to renew, it
 * writes `login` instead of `renew`.
 * @param run `profile` is read at each call, because the run may learn it later
 */
export function createCommandText(run: CommandTextRun): CommandText {
  const name = programName(run);
  return (command) => {
    const { profile } = run;
    if (profile === undefined) return `${name} ${command === 'renew' ? 'login' : command}`;
    return `${name} ${command}${profile === defaultProfile ? '' : ` --profile ${profile}`}`;
  };
}

/**
 * `refrain`. If npm runs this program (`npx`), the shell may not know `refrain`, so it is `node` with its path. It never
 * says `npx`, which downloads a package of that name if this one is not installed.
 */
function programName({ childEnvironment, packageFolder }: CommandTextRun): string {
  if (childEnvironment['npm_command'] !== 'exec') return 'refrain';
  const program = fileURLToPath(new URL('dist/cli/refrain.js', packageFolder));
  const fromHere = relative(childEnvironment['INIT_CWD'] ?? '/', program);
  const shown = fromHere.startsWith('..') ? program : fromHere;
  return `node ${/\s/.test(shown) ? `"${shown}"` : shown}`;
}
