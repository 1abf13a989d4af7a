import type { CommandModule } from '../context/command.ts';

/** A command as the list shows it; the rest of it is loaded once it is asked for. */
export interface ListedCommand {
  readonly name: string;
  /** One line, at most 60 columns. */
  readonly summary: string;
  /** What stands behind the name in its usage: arguments. */
  readonly usage?: string;
  load(): Promise<CommandModule<never>>;
}

/** Every command, in the order of a life: get, use, look after, hand on, practise, end. */
export const commands: readonly ListedCommand[] = [
  {
    name: 'login',
    summary: 'get a refresh token by a consent in your browser, and keep it',
    load: async () => (await import('../commands/login/login.ts')).login,
  },
  {
    name: 'token',
    summary: 'print an access token that is good now',
    load: async () => (await import('../commands/token.ts')).token,
  },
  {
    name: 'status',
    summary: 'how every kept token stands: days left, scopes, account',
    load: async () => (await import('../commands/status/status.ts')).status,
  },
  {
    name: 'renew',
    summary: 'six more months: the same consent again, in one click',
    load: async () => (await import('../commands/login/renew.ts')).renew,
  },
  {
    name: 'check',
    summary: 'what is wrong, from this machine to the account',
    load: async () => (await import('../commands/check/check.ts')).check,
  },
  {
    name: 'env',
    summary: 'write the token into a .env file, or print one value',
    load: async () => (await import('../commands/env/env.ts')).env,
  },
  {
    name: 'push',
    summary: 'hand the token on: GitHub, Vercel, Netlify, Cloudflare',
    load: async () => (await import('../commands/push/push.ts')).push,
  },
  {
    name: 'page',
    summary: 'serve the page that does the same in a browser',
    load: async () => (await import('../commands/page/page.ts')).page,
  },
  {
    name: 'emulate',
    summary: 'serve a Spotify to practise on',
    load: async () => (await import('../commands/emulate.ts')).emulate,
  },
  {
    name: 'scopes',
    summary: 'explain scopes, and say which a call asks for',
    load: async () => (await import('../commands/scopes/scopes.ts')).scopes,
  },
  {
    name: 'logout',
    summary: 'forget a token, and its secret',
    load: async () => (await import('../commands/logout.ts')).logout,
  },
];
