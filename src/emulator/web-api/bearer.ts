import type { MiddlewareHandler } from 'hono';
import { isOnAllowlist } from '../state/apps.ts';
import type { IssuedAccessToken } from '../state/ledger.ts';
import type { Listener } from '../listeners/listener.ts';
import { findListener } from '../listeners/listeners.ts';
import { gates, webApiError } from './web-api-error.ts';
import { WireItems } from './wire-items.ts';
import type { World } from '../state/world.ts';

/** What is known about a request after its token was checked. */
export interface BearerEnvironment {
  Variables: { token: IssuedAccessToken; listener: Listener | undefined; wire: WireItems };
}

/**
 * Checks the access token and the two gates of development mode before any endpoint runs.
 * @see https://developer.spotify.com/documentation/web-api/concepts/api-calls
 */
export function bearerGate(world: World): MiddlewareHandler<BearerEnvironment> {
  return async (c, next) => {
    const unauthorized = (cause: string) =>
      webApiError(
        c,
        401,
        world.settings.unauthorizedSays === 'cause' ? cause : 'Missing/invalid/expired access token',
        cause,
      );
    const authorization = c.req.header('authorization');
    if (authorization === undefined) return unauthorized('No token provided');
    const [, value] = /^bearer +(\S+)$/i.exec(authorization.trim()) ?? [];
    if (value === undefined) return webApiError(c, 400, 'Only valid bearer authentication supported');
    const token = world.ledger.accessTokens.get(value);
    if (!token || token.revoked) return unauthorized('Invalid access token');
    if (world.clock.now() >= token.expiresAt) return unauthorized('The access token expired');
    const gate = findClosedGate(world, token);
    if (gate) return world.settings.gatesAnswer === 'text' ? c.text(gate, 403) : webApiError(c, 403, gate);
    c.set('token', token);
    c.set('listener', findListener(token.listenerId));
    c.set('wire', new WireItems(new URL(c.req.url).origin));
    await next();
    return undefined;
  };
}

function findClosedGate(world: World, { clientId, listenerId }: IssuedAccessToken): string | undefined {
  const app = world.apps.get(clientId);
  if (app?.ownerPremium === false) return gates.premiumRequired;
  const isListed = !app || listenerId === undefined || isOnAllowlist(app, listenerId);
  return isListed ? undefined : gates.userNotRegistered;
}

/**
 * Requires a scope. If it is missing, live-player calls answer 401, the others 403.
 */
export function needsScope(scope: string, kind: 'live player' | 'other'): MiddlewareHandler<BearerEnvironment> {
  return async (c, next) => {
    if (c.get('token').scopes.includes(scope)) return await next();
    return kind === 'live player'
      ? webApiError(c, 401, 'Permissions missing')
      : webApiError(c, 403, 'Insufficient client scope');
  };
}
