import { createApp, type App } from './apps.ts';
import type { MovableClock } from './clock.ts';
import { Consents } from './consents.ts';
import { Ledger } from './ledger.ts';
import { listeners } from '../listeners/listeners.ts';
import type { NowPlaying } from '../controls/now-playing.ts';
import { practiceApp } from './practice-app.ts';
import { randomHex, type RandomBytes } from './random.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** Everything that this Spotify knows; all of it in memory, gone with the emulator. */
export class World {
  readonly clock: MovableClock;
  readonly random: RandomBytes;
  readonly ledger: Ledger;
  readonly consents: Consents;
  readonly apps = new Map<string, App>();
  /** What each listener has playing; absent: what the listener has by nature. */
  readonly nowPlaying = new Map<string, NowPlaying>();
  settings: Settings = defaultSettings;
  /** The listener who signed in last: chosen before, and the one who is spared the question. */
  signedIn: string | undefined;
  /** Proves that a consent was sent from this emulator's own page, which no other origin can read. */
  readonly formToken: string;

  constructor(clock: MovableClock, random: RandomBytes) {
    this.clock = clock;
    this.random = random;
    this.ledger = new Ledger(clock, random);
    this.consents = new Consents(clock);
    this.formToken = randomHex(random, 16);
    this.reset();
  }

  /** Everything as at the start: the practice app alone, nobody signed in, no token valid, the clock right. */
  reset(): void {
    this.clock.reset();
    this.ledger.clear();
    this.consents.clear();
    this.apps.clear();
    this.nowPlaying.clear();
    this.settings = defaultSettings;
    this.signedIn = undefined;
    this.apps.set(practiceApp.clientId, createApp(practiceApp, this.random));
  }

  get listeners(): typeof listeners {
    return listeners;
  }
}
