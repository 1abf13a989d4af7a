import type { CommandContext } from '../context/context.ts';

/** How a line sets a variable: in a `.env` file, in a POSIX shell, or in PowerShell. */
type Assignment = 'dotenv' | 'posix' | 'powershell';

/**
 * The form that the user can paste into a terminal. On Windows it is PowerShell's, the default there, unless a POSIX shell
 * set `SHELL` (Git Bash). The command cannot tell PowerShell from cmd, so its text has to name cmd.
 */
export function chooseAssignment({
  platform,
  childEnvironment,
}: Pick<CommandContext, 'platform' | 'childEnvironment'>): Assignment {
  return platform === 'win32' && !childEnvironment['SHELL'] ? 'powershell' : 'posix';
}

/** One line for each variable. The values are addresses and IDs, so that only PowerShell needs quotes. */
export function formatAssignments(variables: Readonly<Record<string, string>>, assignment: Assignment): string {
  const format = (name: string, value: string) => {
    switch (assignment) {
      case 'posix':
        return `export ${name}=${value}`;
      case 'powershell':
        return `$env:${name} = '${value}'`;
      case 'dotenv':
        return `${name}=${value}`;
    }
  };
  return Object.entries(variables)
    .map(([name, value]) => `${format(name, value)}\n`)
    .join('');
}
