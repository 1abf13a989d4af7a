import { defaultProfile } from '../profile/profiles.ts';

/** Formats a command for the user to copy: `refrain env`, or `npx refrain env --profile work`. */
export type CommandText = (command: string) => string;

/** @param run `childEnvironment` shows whether npm runs the command, as `npx` does */
export function createCommandText(run: {
  readonly profile: string;
  readonly childEnvironment: Readonly<Record<string, string | undefined>>;
}): CommandText {
  const name = run.childEnvironment['npm_command'] === 'exec' ? 'npx refrain' : 'refrain';
  return (command) => `${name} ${command}${run.profile === defaultProfile ? '' : ` --profile ${run.profile}`}`;
}
