import { createApp, type App } from './apps.ts';
import type { MovableClock } from './clock.ts';
import { Consents } from './consents.ts';
import { Ledger } from './ledger.ts';
import { listeners } from '../listeners/listeners.ts';
import type { NowPlayingState } from '../controls/now-playing.ts';
import { practiceApp } from './practice-app.ts';
import { randomHex, type RandomBytes } from './random.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** The emulator's whole state, in memory. */
export class World {
  readonly clock: MovableClock;
  readonly random: RandomBytes;
  readonly ledger: Ledger;
  readonly consents: Consents;
  readonly apps = new Map<string, App>();
  /** What each listener is playing; absent: the listener's own default. */
  readonly nowPlaying = new Map<string, NowPlayingState>();
  settings: Settings = defaultSettings;
  /** The listener who signed in last: preselected on the consent page, which may be skipped for them. */
  signedIn: string | undefined;
  /** Proves that a consent form came from this emulator's page, which other origins cannot read. */
  readonly formToken: string;

  constructor(clock: MovableClock, random: RandomBytes) {
    this.clock = clock;
    this.random = random;
    this.ledger = new Ledger(clock, random);
    this.consents = new Consents(clock);
    this.formToken = randomHex(random, 16);
    this.reset();
  }

  /** Returns to the start: only the practice app, no one signed in, no valid token, the real time. */
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
