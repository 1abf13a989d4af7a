import type { CommandContext } from './context.ts';

/**
 * How the command is called where it runs, for lines that are to be copied: `refrain env -`, `npx refrain env -` from a
 * clone, with the profile where it is not the usual one.
 */
export function refrainCalled({
  profile,
  childEnvironment,
}: Pick<CommandContext, 'profile' | 'childEnvironment'>): (command: string) => string {
  const name = childEnvironment['npm_command'] === 'exec' ? 'npx refrain' : 'refrain';
  return (command) => `${name} ${command}${profile === 'default' ? '' : ` --profile ${profile}`}`;
}
