import type { App } from '../state/apps.ts';
import { TokenRefusal } from './token-refusals.ts';

/** The app that sent a token request. */
export interface AuthenticatedClient {
  readonly app: App;
  /** True if the request carried the correct secret; false if only the client ID. */
  readonly secretShown: boolean;
}

/**
 * Identifies the app: by `Authorization: Basic`, by ID and secret in the body, or only by the ID, which is enough for
 * PKCE.
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
  const decoded = decodeBase64(/^basic +(\S+)$/i.exec(authorization)?.[1] ?? '');
  const colon = decoded.indexOf(':');
  if (colon < 1) throw new TokenRefusal('clientMissing');
  return [decoded.slice(0, colon), decoded.slice(colon + 1)];
}

/** The text, or an empty one if it is not base64. */
function decodeBase64(encoded: string): string {
  try {
    return atob(encoded);
  } catch {
    return '';
  }
}
