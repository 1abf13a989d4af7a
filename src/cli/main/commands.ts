import type { CommandModule } from '../context/command.ts';

/** A command in the list of commands. The command itself is loaded when it runs. */
export interface ListedCommand {
  readonly name: string;
  /** One line, at most 60 columns. */
  readonly summary: string;
  load(): Promise<CommandModule<never>>;
}

/** All commands, in the order in which a user needs them. */
export const commands: readonly ListedCommand[] = [
  {
    name: 'login',
    summary: 'sign in with your browser and save a refresh token',
    load: async () => (await import('../commands/login/login.ts')).login,
  },
  {
    name: 'token',
    summary: 'print a valid access token',
    load: async () => (await import('../commands/token.ts')).token,
  },
  {
    name: 'status',
    summary: 'show saved tokens and days left',
    load: async () => (await import('../commands/status/status.ts')).status,
  },
  {
    name: 'renew',
    summary: 'sign in again, for six more months',
    load: async () => (await import('../commands/login/renew.ts')).renew,
  },
  {
    name: 'check',
    summary: 'diagnose problems',
    load: async () => (await import('../commands/check/check.ts')).check,
  },
  {
    name: 'env',
    summary: 'write the token to a .env file, or print one value',
    load: async () => (await import('../commands/env/env.ts')).env,
  },
  {
    name: 'push',
    summary: 'copy the token to GitHub, Vercel, Netlify or Cloudflare',
    load: async () => (await import('../commands/push/push.ts')).push,
  },
  {
    name: 'page',
    summary: 'serve Refrain’s web page on this machine, and open it',
    load: async () => (await import('../commands/page/page.ts')).page,
  },
  {
    name: 'emulate',
    summary: 'run a Spotify emulator to practise with',
    load: async () => (await import('../commands/emulate.ts')).emulate,
  },
  {
    name: 'scopes',
    summary: 'explain scopes, and list those that an API call needs',
    load: async () => (await import('../commands/scopes/scopes.ts')).scopes,
  },
  {
    name: 'logout',
    summary: 'delete a saved token and its client secret',
    load: async () => (await import('../commands/logout.ts')).logout,
  },
];
