import type { SecretKind } from './wire.ts';

/**
 * Secrets that a command may print on standard output, because its arguments ask for them.
 *
 * Secrets are allowed only in the places that this file lists. The search reports them anywhere else.
 */
export const allowedOnStdout: readonly {
  readonly command: string;
  /** Arguments that must follow each other on the command line. */
  readonly asked: readonly string[];
  readonly kinds: readonly SecretKind[];
}[] = [
  { command: 'token', asked: [], kinds: ['access token'] },
  { command: 'env', asked: ['-'], kinds: ['refresh token', 'client secret'] },
  { command: 'env', asked: ['--get', 'SPOTIFY_REFRESH_TOKEN'], kinds: ['refresh token'] },
  { command: 'env', asked: ['--get', 'SPOTIFY_CLIENT_SECRET'], kinds: ['client secret'] },
  { command: 'login', asked: ['--print', 'token'], kinds: ['refresh token'] },
  { command: 'login', asked: ['--print', 'env'], kinds: ['refresh token', 'client secret'] },
  { command: 'login', asked: ['--print', 'json'], kinds: ['refresh token', 'access token'] },
  { command: 'login', asked: ['--grant', 'temporary'], kinds: ['access token'] },
  { command: 'login', asked: ['--grant', 'client_credentials'], kinds: ['access token'] },
];

/** Secrets that a terminal may show, because it echoes the pasted callback address. */
export const allowedOnTerminal: readonly SecretKind[] = ['code'];

/** Secrets in files, by path below the bench's folder. `handed/COUNT.VARIABLE` is the standard input of another program. */
export const allowedInFiles: readonly { readonly path: RegExp; readonly kinds: readonly SecretKind[] }[] = [
  // The store: a record, or one that was set aside because it cannot be read.
  {
    path: /(?:^|\/)versions\/(?:record|set-aside)\.\d+\.[0-9a-f]+$/,
    kinds: ['refresh token', 'access token', 'client secret'],
  },
  // What `refrain env FILE` wrote.
  { path: /^work [^/]+\/(?:\w+)?\.env$/, kinds: ['refresh token', 'client secret'] },
  // The output of `refrain token > token.txt`.
  { path: /^work [^/]+\/token\.txt$/, kinds: ['access token'] },
  { path: /^handed\/\d+\.SPOTIFY_REFRESH_TOKEN$/, kinds: ['refresh token'] },
  { path: /^handed\/\d+\.SPOTIFY_CLIENT_SECRET$/, kinds: ['client secret'] },
  // A complete .env file, for the one host whose command accepts nothing else.
  { path: /^handed\/\d+\.lines$/, kinds: ['refresh token', 'client secret'] },
  // A core dump contains all memory. The system decides whether there is one.
  {
    path: /^work [^/]+\/core(?:\.\d+)?$/,
    kinds: ['refresh token', 'access token', 'client secret', 'code', 'code verifier'],
  },
];
