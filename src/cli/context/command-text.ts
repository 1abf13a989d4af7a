import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultProfile } from '../profile/records/profiles.ts';

/** Formats a command for the user to copy: `refrain env`, or `node dist/cli/refrain.js env --profile work`. */
export type CommandText = (command: string) => string;

/** The record that the messages of a run are about. The run sets it as soon as it is known. */
export interface Subject {
  /** Undefined for the record of a token in SPOTIFY_REFRESH_TOKEN. */
  profile: string | undefined;
}

/** A run, as far as its messages need it. */
export interface CommandTextRun extends Readonly<Subject> {
  readonly childEnvironment: Readonly<Record<string, string | undefined>>;
  readonly packageFolder: URL;
}

/**
 * @param run `profile` is read at each call. A variable's record has no profile to renew: instead of `renew`, the text
 * says `login`
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
 * `refrain`, or how to run this very program if npm runs it, because then the shell may not know `refrain`. The text never
 * says `npx`, which would download a program by its name if this one is not there.
 */
function programName({ childEnvironment, packageFolder }: CommandTextRun): string {
  if (childEnvironment['npm_command'] !== 'exec') return 'refrain';
  const program = fileURLToPath(new URL('dist/cli/refrain.js', packageFolder));
  const fromHere = relative(childEnvironment['INIT_CWD'] ?? '/', program);
  const shown = fromHere.startsWith('..') ? program : fromHere;
  return `node ${/\s/.test(shown) ? `"${shown}"` : shown}`;
}
