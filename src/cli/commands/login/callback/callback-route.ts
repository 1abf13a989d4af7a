import { judgeRedirectUri } from '../../../../spotify/redirect-uri.ts';
import { usageError } from '../../../context/usage-error.ts';

/** The redirect URI of a sign-in, and where its callback arrives. */
export interface CallbackRoute {
  /** The address to register at Spotify, exactly. A loopback address without a port matches any port. */
  readonly registered: string;
  /** Where to listen; undefined for https, whose callback is pasted. */
  readonly listensAt: ListeningAddress | undefined;
}

/** An address on this machine. */
export interface ListeningAddress {
  readonly host: '127.0.0.1' | '[::1]';
  /** 0 for any free port. */
  readonly port: number;
  /** The path of the callback. */
  readonly path: string;
}

/** The redirect URI of `login`: most apps that followed a guide have it registered already. */
export const defaultRedirectUri = 'http://127.0.0.1:8888/callback';

/** What version 0.1 asked people to register. It did not save it with the token. */
export const firstRedirectUri = 'http://127.0.0.1/';

/** `defaultRedirectUri` without a port. Spotify documents that it matches any port. */
export const anyPortRedirectUri = 'http://127.0.0.1/callback';

/**
 * Chooses the redirect URI from the flags.
 * @param otherwise the redirect URI without a flag
 * @throws RefrainError `wrong_usage`
 */
export function chooseRoute(
  { port, redirectUri }: { readonly port?: number; readonly redirectUri?: string },
  otherwise: string,
): CallbackRoute {
  if (port !== undefined && redirectUri !== undefined) {
    throw usageError('--port and --redirect-uri cannot be used together. Put the port into the redirect URI.');
  }
  if (redirectUri !== undefined) return readRoute(redirectUri);
  if (port === undefined) return readRoute(otherwise);
  return readRoute(port === 0 ? anyPortRedirectUri : `http://127.0.0.1:${port}/callback`);
}

/** The redirect URI to send, with the port where this process listens. */
export function sentRedirectUri({ registered, listensAt }: CallbackRoute, port: number): string {
  return listensAt?.port === 0 ? registered.replace(listensAt.host, `${listensAt.host}:${port}`) : registered;
}

function readRoute(redirectUri: string): CallbackRoute {
  const judgement = judgeRedirectUri(redirectUri);
  if (judgement.verdict === 'refused') {
    const { reason, instead } = judgement;
    throw usageError(`--redirect-uri is not valid. ${reason}${instead === undefined ? '' : ` Use ${instead}`}`);
  }
  if (redirectUri.startsWith('https://')) return { registered: redirectUri, listensAt: undefined };
  const [, host, port] = /^http:\/\/(127\.0\.0\.1|\[::1\])(?::([1-9]\d*))?(?:[/?]|$)/.exec(redirectUri) ?? [];
  if (host === undefined) {
    const { port: typed } = new URL(redirectUri);
    if (typed === '0') throw usageError('--redirect-uri cannot have port 0. Leave the port out: any free one is used.');
    throw usageError('--redirect-uri must start with http://127.0.0.1, http://[::1] or https://');
  }
  return {
    registered: redirectUri,
    listensAt: {
      host: host as ListeningAddress['host'],
      port: Number(port ?? 0),
      path: new URL(redirectUri).pathname,
    },
  };
}
