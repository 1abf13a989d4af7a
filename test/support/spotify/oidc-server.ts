import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scopes } from '../../../src/spotify/scopes.ts';

export interface OidcServer {
  /** Its origin, to be used as accounts URL. */
  readonly url: string;
  readonly clientSecret: string;
  close(): Promise<void>;
}

/** Client IDs of an app without a secret and of an app with one. */
export const oidcClients = { public: 'judge-public', confidential: 'judge-confidential' } as const;

const clientSecret = 'judge-secret-0123456789abcdef';

/**
 * Starts oidc-provider, an authorization server that this project did not write, on 127.0.0.1 and a free port, with
 * Spotify's paths. It requires PKCE with S256, compares `redirect_uri` exactly, sends `iss`, and rotates refresh
 * tokens: using an old one revokes all tokens of that consent. Any user name and password work.
 */
export async function startOidcServer(redirectUris: readonly string[]): Promise<OidcServer> {
  // Imported here, so that a test can silence its warning about Node 20 first.
  const { Provider } = await import('oidc-provider');
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const shared = {
    application_type: 'native',
    grant_types: ['authorization_code', 'refresh_token'],
    redirect_uris: redirectUris,
    response_types: ['code'],
    scope: scopes.map(({ name }) => name).join(' '),
  };
  const handle = new Provider(url, {
    clients: [
      { ...shared, client_id: oidcClients.public, token_endpoint_auth_method: 'none' },
      {
        ...shared,
        client_id: oidcClients.confidential,
        client_secret: clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        grant_types: [...shared.grant_types, 'client_credentials'],
      },
    ],
    scopes: scopes.map(({ name }) => name),
    features: { devInteractions: { enabled: true }, clientCredentials: { enabled: true } },
    routes: { authorization: '/authorize', token: '/api/token' },
    pkce: { required: () => true, methods: ['S256'] },
    rotateRefreshToken: true,
    issueRefreshToken: () => true,
    clientBasedCORS: () => true,
    cookies: { keys: ['judge-cookies'] },
    ttl: {
      AccessToken: 3600,
      ClientCredentials: 3600,
      RefreshToken: 86_400,
      Grant: 86_400,
      Interaction: 600,
      Session: 600,
    },
  }).callback();
  return {
    url,
    clientSecret,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
