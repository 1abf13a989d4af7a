import { randomHex, type RandomBytes } from './random.ts';

/** An app as registered on the dashboard. */
export interface App {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly redirectUris: readonly string[];
  /** Whether this app's refresh tokens rotate; undefined: the emulator's setting decides. */
  readonly rotates: boolean | undefined;
  /** Whether the app's owner has Premium; if not, the Web API answers 403. */
  readonly ownerPremium: boolean;
  /** Ids of the listeners on the app's list (User Management); undefined: all of them. */
  readonly allowlist: readonly string[] | undefined;
}

/** The fields of a new app; those left out are generated or keep their default. */
export interface AppRegistration {
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  readonly name?: string | undefined;
  readonly redirectUris: readonly string[];
  readonly rotates?: boolean | undefined;
  readonly ownerPremium?: boolean | undefined;
  readonly allowlist?: readonly string[] | undefined;
}

export function createApp(registration: AppRegistration, random: RandomBytes): App {
  return {
    clientId: registration.clientId ?? randomHex(random, 16),
    clientSecret: registration.clientSecret ?? randomHex(random, 16),
    name: registration.name ?? 'Another app',
    redirectUris: registration.redirectUris,
    rotates: registration.rotates,
    ownerPremium: registration.ownerPremium ?? true,
    allowlist: registration.allowlist,
  };
}

/** Whether the Web API answers requests of this app for this listener. */
export function isOnAllowlist(app: App, listenerId: string): boolean {
  return app.allowlist === undefined || app.allowlist.includes(listenerId);
}

/** An app without its secret. */
export function withoutSecret(app: App): Omit<App, 'clientSecret'> {
  const { clientId, name, redirectUris, rotates, ownerPremium, allowlist } = app;
  return { clientId, name, redirectUris, rotates, ownerPremium, allowlist };
}
