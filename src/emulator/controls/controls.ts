import { createApp, withoutSecret, type App } from '../state/apps.ts';
import { day } from '../../text/durations.ts';
import { ControlError, parseInput } from './control-error.ts';
import * as inputs from './control-inputs.ts';
import { faultNames, faults, type FaultName } from './faults.ts';
import { findListener } from '../listeners/listeners.ts';
import type { RequestLog, LoggedRequest } from './request-log.ts';
import type { ScriptedAnswers } from './scripted-answers.ts';
import type { World } from '../state/world.ts';

/** The last date with a four-digit year, as ISO 8601 writes it. Epoch milliseconds. */
const lastMoment = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * The controls of the emulator. Over HTTP they are under `/emulator/`.
 * Every method throws `ControlError` (a `TypeError`) on an invalid input, and then changes nothing.
 */
export class Controls {
  readonly #world: World;
  readonly #answers: ScriptedAnswers;
  readonly #log: RequestLog;

  constructor(world: World, answers: ScriptedAnswers, log: RequestLog) {
    this.#world = world;
    this.#answers = answers;
    this.#log = log;
  }

  /** The current time of the emulator, epoch milliseconds. */
  get now(): number {
    return this.#world.clock.now();
  }

  /** Moves the clock: by days or milliseconds, to a moment (epoch ms or ISO date), or back to the real time. */
  moveClock(input: inputs.ClockInput): { now: number } {
    const { advanceDays = 0, advanceMs = 0, now, reset } = parseInput(inputs.clockSchema, input);
    const { clock } = this.#world;
    const before = clock.now();
    if (reset) clock.reset();
    if (now !== undefined) clock.set(typeof now === 'number' ? now : Date.parse(now));
    clock.advance(advanceDays * day + advanceMs);
    const after = clock.now();
    if (!(after >= 0 && after <= lastMoment)) {
      clock.set(before);
      throw new ControlError('The clock must stay between 1970 and the end of 9999.');
    }
    return { now: after };
  }

  /** Changes settings, such as `{ rotatesRefreshTokens: true }`; the others stay. */
  set(input: inputs.SettingsInput): World['settings'] {
    const named = Object.entries(parseInput(inputs.settingsSchema, input)).filter(([, value]) => value !== undefined);
    this.#world.settings = { ...this.#world.settings, ...Object.fromEntries(named) };
    return this.#world.settings;
  }

  /** Registers an app, as on the dashboard. Missing fields are generated. Returns the app with its secret. */
  registerApp(input: inputs.AppInput): App {
    const registration = parseInput(inputs.appSchema, input);
    const app = createApp(registration, this.#world.random);
    if (this.#world.apps.has(app.clientId)) throw new ControlError('clientId: an app already has this client ID.');
    this.#checkListeners(registration.allowlist);
    this.#world.apps.set(app.clientId, app);
    return app;
  }

  /** Changes a registered app: end the owner's Premium, remove a listener from the list, rotate its tokens. */
  changeApp(clientId: string, input: inputs.AppChanges): App {
    const app = this.#app(clientId);
    const changes = parseInput(inputs.appChangesSchema, input);
    this.#checkListeners(changes.allowlist ?? undefined);
    const { rotates, allowlist, ...rest } = changes;
    const changed: App = {
      ...app,
      ...(rest as Partial<App>),
      ...(rotates !== undefined && { rotates: rotates ?? undefined }),
      ...(allowlist !== undefined && { allowlist: allowlist ?? undefined }),
    };
    this.#world.apps.set(clientId, changed);
    return changed;
  }

  /** Scripts the answer for the next matching request: a named fault, an answer of your own, or both. */
  answerNext(input: FaultName | inputs.AnswerInput): void {
    const { fault, ...own } = parseInput(inputs.answerSchema, typeof input === 'string' ? { fault: input } : input);
    if (fault === undefined && Object.keys(own).every((name) => ['method', 'path', 'times'].includes(name))) {
      throw new ControlError(
        `Give a fault (${faultNames.join(', ')}), or status, body, amend, omit, delayMs, stall, cut, headers, cors.`,
      );
    }
    this.#answers.add({ ...(fault && faults[fault]), ...own });
  }

  forgetAnswers(): void {
    this.#answers.clear();
  }

  /** Revokes a token, or all refresh tokens of an app for a listener, who must then consent again. */
  revoke(input: inputs.RevocationInput): { revoked: number } {
    const what = parseInput(inputs.revocationSchema, input);
    if ('token' in what) {
      if (!this.#world.ledger.revoke(what.token)) {
        throw new ControlError('token: This emulator did not issue this token.');
      }
      return { revoked: 1 };
    }
    const { clientId } = this.#app(what.clientId);
    this.#checkListeners([what.listener]);
    this.#world.consents.remove(clientId, what.listener);
    return { revoked: this.#world.ledger.revokeAll(clientId, what.listener) };
  }

  /** Sets what a listener is playing. */
  setNowPlaying(listener: string, input: inputs.NowPlayingInput): void {
    this.#checkListeners([listener]);
    this.#world.nowPlaying.set(listener, parseInput(inputs.nowPlayingSchema, input).state);
  }

  /** Signs a listener in (without consent), or signs out with null. */
  signIn(input: inputs.SignInInput): void {
    const { listener } = parseInput(inputs.signInSchema, input);
    if (listener !== null) this.#checkListeners([listener]);
    this.#world.signedIn = listener ?? undefined;
  }

  /** The last 100 requests to the emulated Spotify, oldest first, without secrets, codes, tokens and states. */
  get requests(): readonly LoggedRequest[] {
    return this.#log.requests;
  }

  forgetRequests(): void {
    this.#log.clear();
  }

  /** The current state, without secrets. */
  state() {
    const { clock, settings, apps, listeners, nowPlaying, signedIn } = this.#world;
    return {
      now: clock.now(),
      settings,
      signedIn: signedIn ?? null,
      apps: [...apps.values()].map(withoutSecret),
      listeners: listeners.map(({ id, displayName, about, nowPlaying: own }) => ({
        id,
        displayName,
        about,
        nowPlaying: nowPlaying.get(id) ?? own,
      })),
      answers: this.#answers.waiting.map(({ script, left }) => ({ ...script, left })),
    };
  }

  /** Returns to the start: removes every token, consent, added app and scripted answer. */
  reset(): void {
    this.#world.reset();
    this.#answers.clear();
    this.#log.clear();
  }

  #app(clientId: string): App {
    const app = this.#world.apps.get(clientId);
    if (!app) throw new ControlError('clientId: no app has this client ID.', 404);
    return app;
  }

  #checkListeners(ids: readonly string[] = []): void {
    const stranger = ids.find((id) => !findListener(id));
    if (stranger === undefined) return;
    const known = this.#world.listeners.map(({ id }) => id).join(', ');
    throw new ControlError(`listener: There is no ${JSON.stringify(stranger)}. There are: ${known}.`, 404);
  }
}
