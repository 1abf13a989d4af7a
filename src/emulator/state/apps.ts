import { randomHex, type RandomBytes } from './random.ts';

/** An app as it is registered on the dashboard. */
export interface App {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly redirectUris: readonly string[];
  /** Whether this app's refresh tokens rotate; undefined: as the emulator's settings say. */
  readonly rotates: boolean | undefined;
  /** Whether the app's owner has Premium; where it lapsed, the Web API answers 403. */
  readonly ownerPremium: boolean;
  /** Ids of the listeners on the app's list (User Management); undefined: all of them. */
  readonly allowlist: readonly string[] | undefined;
}

/** What may be said of an app when it is registered; the rest is made up or stays at its default. */
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

/** Whether the Web API serves this listener through this app. */
export function isOnAllowlist(app: App, listenerId: string): boolean {
  return app.allowlist === undefined || app.allowlist.includes(listenerId);
}

/** An app as it may be shown. */
export function withoutSecret(app: App): Omit<App, 'clientSecret'> {
  const { clientId, name, redirectUris, rotates, ownerPremium, allowlist } = app;
  return { clientId, name, redirectUris, rotates, ownerPremium, allowlist };
}
