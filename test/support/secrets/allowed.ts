import type { SecretKind } from './wire.ts';

/**
 * All places where a secret may stand. The search finds it anywhere else.
 *
 * On standard output, because the command line asks for it.
 */
export const printedByRequest: readonly {
  readonly command: string;
  /** Words that must stand on the command line, one after the other. */
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

/** On a terminal, which shows what a person types: the address that Spotify sent the browser to, pasted. */
export const echoed: readonly SecretKind[] = ['code'];

/** In files, by their path below the bench's folder. `handed/COUNT.VARIABLE` is what another program got on standard input. */
export const keptInFiles: readonly { readonly path: RegExp; readonly kinds: readonly SecretKind[] }[] = [
  // The store: a record, and one that was set aside because it cannot be read.
  {
    path: /(?:^|\/)versions\/(?:record|set-aside)\.\d+\.[0-9a-f]+$/,
    kinds: ['refresh token', 'access token', 'client secret'],
  },
  // What `refrain env FILE` wrote.
  { path: /^work [^/]+\/(?:\w+)?\.env$/, kinds: ['refresh token', 'client secret'] },
  // What a shell made of `refrain token > token.txt`.
  { path: /^work [^/]+\/token\.txt$/, kinds: ['access token'] },
  { path: /^handed\/\d+\.SPOTIFY_REFRESH_TOKEN$/, kinds: ['refresh token'] },
  { path: /^handed\/\d+\.SPOTIFY_CLIENT_SECRET$/, kinds: ['client secret'] },
  // A whole .env file, for the one host whose own command takes nothing else.
  { path: /^handed\/\d+\.lines$/, kinds: ['refresh token', 'client secret'] },
  // A core dump is the memory itself: whether there are any is for the system to say.
  {
    path: /^work [^/]+\/core(?:\.\d+)?$/,
    kinds: ['refresh token', 'access token', 'client secret', 'code', 'code verifier'],
  },
];
