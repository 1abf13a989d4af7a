import type { App } from './apps.ts';
import { TokenRefusal } from './token-refusals.ts';

/** Who sends a token request. */
export interface AuthenticatedClient {
  readonly app: App;
  /** Whether the secret was shown, and right; false: the client ID alone. */
  readonly secretShown: boolean;
}

/**
 * Finds out which app asks: by `Authorization: Basic`, by ID and secret in the body, or by the ID alone, which PKCE
 * makes do with.
 * @throws TokenRefusal `invalid_client`, in Spotify's three wordings
 */
export function authenticateClient(
  authorization: string | null,
  fields: ReadonlyMap<string, string>,
  apps: ReadonlyMap<string, App>,
): AuthenticatedClient {
  const [clientId, clientSecret] =
    authorization === null ? [fields.get('client_id'), fields.get('client_secret')] : parseBasic(authorization);
  if (!clientId) throw new TokenRefusal('clientMissing');
  const app = apps.get(clientId);
  if (!app) throw new TokenRefusal('clientUnknown');
  if (clientSecret === undefined) return { app, secretShown: false };
  if (clientSecret !== app.clientSecret) throw new TokenRefusal('secretWrong');
  return { app, secretShown: true };
}

function parseBasic(authorization: string): [clientId: string, clientSecret: string] {
  const [, encoded] = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization) ?? [];
  if (encoded === undefined || encoded.length % 4 === 1) throw new TokenRefusal('clientMissing');
  const decoded = atob(encoded);
  const colon = decoded.indexOf(':');
  if (colon < 1) throw new TokenRefusal('clientMissing');
  return [decoded.slice(0, colon), decoded.slice(colon + 1)];
}
