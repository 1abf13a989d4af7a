import type { CommandContext } from './context.ts';
import { refrainIn } from './refrain-in.ts';

/**
 * How the command is called where it runs, for lines that are to be copied: `refrain env -`, `npx refrain env -` from a
 * clone, with the profile where it is not the usual one.
 */
export function refrainCalled({
  profile,
  childEnvironment,
}: Pick<CommandContext, 'profile' | 'childEnvironment'>): (command: string) => string {
  const refrain = refrainIn(profile);
  return (command) => (childEnvironment['npm_command'] === 'exec' ? `npx ${refrain(command)}` : refrain(command));
}
