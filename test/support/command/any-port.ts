/** The arguments, with any free port for a login that names none: tests share this machine, and 8888 is one port. */
export function withAnyPort(args: readonly string[]): readonly string[] {
  const [command = '', ...rest] = args;
  const namesPort = rest.some((arg) => /^--(port|redirect-uri)(=|$)/.test(arg));
  return command !== 'login' || namesPort ? args : [command, '--port', '0', ...rest];
}
