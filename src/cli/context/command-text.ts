import { defaultProfile } from '../profile/profiles.ts';

/** Formats a command for the user to copy: `refrain env`, or `npx refrain env --profile work`. */
export type CommandText = (command: string) => string;

/** The record that the messages of a run are about. The run sets it as soon as it is known. */
export interface Subject {
  /** Undefined for the record of a token in SPOTIFY_REFRESH_TOKEN. */
  profile: string | undefined;
}

/**
 * @param run `profile` is read at each call. A variable's record has no profile to renew: instead of `renew`, the text
 * says `login`. `childEnvironment` shows whether npm runs the command, as `npx` does
 */
export function createCommandText(
  run: Readonly<Subject> & { readonly childEnvironment: Readonly<Record<string, string | undefined>> },
): CommandText {
  const name = run.childEnvironment['npm_command'] === 'exec' ? 'npx refrain' : 'refrain';
  return (command) => {
    const { profile } = run;
    if (profile === undefined) return `${name} ${command === 'renew' ? 'login' : command}`;
    return `${name} ${command}${profile === defaultProfile ? '' : ` --profile ${profile}`}`;
  };
}
