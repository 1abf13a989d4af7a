/** Says a command as it is typed for a profile: the usual one need not be named. */
export function refrainIn(profile: string): (command: string) => string {
  return (command) => `refrain ${command}${profile === 'default' ? '' : ` --profile ${profile}`}`;
}
