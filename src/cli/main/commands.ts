import type { CommandModule } from '../context/command.ts';

/** A command in the list of commands. The command itself is loaded when it runs. */
export interface ListedCommand {
  readonly name: string;
  /** One line, at most 60 columns. */
  readonly summary: string;
  /** Names that other programs use for it. Refrain does not accept them, but its error suggests this command. */
  readonly alsoCalled?: readonly string[];
  load(): Promise<CommandModule<never>>;
}

/** All commands, in the order in which a user needs them. */
export const commands: readonly ListedCommand[] = [
  {
    name: 'login',
    summary: 'sign in with your browser and save a refresh token',
    alsoCalled: ['auth', 'signin', 'sign-in', 'authorize', 'init', 'setup'],
    load: async () => (await import('../commands/login/login.ts')).login,
  },
  {
    name: 'token',
    summary: 'print a valid access token',
    alsoCalled: ['refresh', 'access-token', 'get'],
    load: async () => (await import('../commands/token.ts')).token,
  },
  {
    name: 'api',
    summary: 'print the answer to a Web API GET request',
    alsoCalled: ['curl', 'fetch', 'request', 'call'],
    load: async () => (await import('../commands/api/api.ts')).api,
  },
  {
    name: 'status',
    summary: 'show saved tokens and days left',
    alsoCalled: ['list', 'ls', 'whoami', 'info', 'profiles', 'expires'],
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
    alsoCalled: ['doctor', 'diagnose', 'test', 'debug'],
    load: async () => (await import('../commands/check/check.ts')).check,
  },
  {
    name: 'env',
    summary: 'write the token to a .env file, or print one value',
    alsoCalled: ['export', 'secrets'],
    load: async () => (await import('../commands/env/env.ts')).env,
  },
  {
    name: 'push',
    summary: 'copy the token to GitHub, Vercel, Netlify or Cloudflare',
    alsoCalled: ['sync', 'deploy'],
    load: async () => (await import('../commands/push/push.ts')).push,
  },
  {
    name: 'serve',
    summary: 'serve your listening lists, for your own site',
    alsoCalled: ['server', 'listen', 'widget', 'card'],
    load: async () => (await import('../commands/serve/serve.ts')).serve,
  },
  {
    name: 'snapshot',
    summary: 'write your listening lists to files, for a static site',
    alsoCalled: ['static', 'build', 'generate'],
    load: async () => (await import('../commands/snapshot/snapshot.ts')).snapshot,
  },
  {
    name: 'page',
    summary: 'serve Refrain’s web page on this machine, and open it',
    alsoCalled: ['web', 'ui'],
    load: async () => (await import('../commands/page/page.ts')).page,
  },
  {
    name: 'emulate',
    summary: 'run a Spotify emulator to practise with',
    alsoCalled: ['emulator', 'practice', 'mock'],
    load: async () => (await import('../commands/emulate.ts')).emulate,
  },
  {
    name: 'scopes',
    summary: 'explain scopes, and list those that an API call needs',
    load: async () => (await import('../commands/scopes/scopes.ts')).scopesCommand,
  },
  {
    name: 'logout',
    summary: 'delete a saved token and its client secret',
    alsoCalled: ['signout', 'sign-out', 'delete', 'remove', 'revoke'],
    load: async () => (await import('../commands/logout.ts')).logout,
  },
];
