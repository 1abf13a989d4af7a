import { defaultProfile } from '../profile/profiles.ts';

/**
 * Says a command as it is typed here, for lines that are to be copied: `refrain env`, or `npx refrain env` from a clone,
 * with the profile where it is not the usual one.
 */
export type CommandText = (command: string) => string;

/** @param given `childEnvironment`: where npm says that it runs the command, as `npx` does */
export function createCommandText({
  profile,
  childEnvironment,
}: {
  readonly profile: string;
  readonly childEnvironment: Readonly<Record<string, string | undefined>>;
}): CommandText {
  const name = childEnvironment['npm_command'] === 'exec' ? 'npx refrain' : 'refrain';
  return (command) => `${name} ${command}${profile === defaultProfile ? '' : ` --profile ${profile}`}`;
}
