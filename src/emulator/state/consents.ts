import { day } from '../../text/durations.ts';
import type { EmulatorClock } from './clock.ts';

/** How long a refresh token is valid after consent, in milliseconds: six months, counted as 180 days. */
export const consentLifetime = 180 * day;

/** A listener's consent to an app. */
export interface Consent {
  readonly scopes: ReadonlySet<string>;
  /** When it was given, epoch milliseconds. The six months count from here. */
  readonly givenAt: number;
}

/** Who agreed to what, so that the consent page is shown only if it is needed. */
export class Consents {
  readonly #consents = new Map<string, Consent>();
  readonly #clock: EmulatorClock;

  constructor(clock: EmulatorClock) {
    this.#clock = clock;
  }

  /** Saves that a listener agreed now. Scopes of earlier consents stay granted. */
  give(clientId: string, listenerId: string, scopes: readonly string[]): Consent {
    const earlier = this.#consents.get(key(clientId, listenerId))?.scopes ?? [];
    const consent = { scopes: new Set([...earlier, ...scopes]), givenAt: this.#clock.now() };
    this.#consents.set(key(clientId, listenerId), consent);
    return consent;
  }

  /** An earlier consent that covers these scopes and is younger than six months. */
  findCovering(clientId: string, listenerId: string, scopes: readonly string[]): Consent | undefined {
    const consent = this.#consents.get(key(clientId, listenerId));
    if (!consent || this.#clock.now() >= consent.givenAt + consentLifetime) return undefined;
    return scopes.every((scope) => consent.scopes.has(scope)) ? consent : undefined;
  }

  /** The listener removed the app from their account. */
  remove(clientId: string, listenerId: string): void {
    this.#consents.delete(key(clientId, listenerId));
  }

  clear(): void {
    this.#consents.clear();
  }
}

const key = (clientId: string, listenerId: string) => `${clientId} ${listenerId}`;
