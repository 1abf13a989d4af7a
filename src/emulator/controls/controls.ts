import { createApp, withoutSecret, type App } from '../state/apps.ts';
import { day } from '../state/clock.ts';
import { ControlError, parsed } from './control-error.ts';
import * as inputs from './control-inputs.ts';
import { faultNames, faults, type FaultName } from './faults.ts';
import { listenerWith } from '../listeners/listeners.ts';
import type { RequestLog, LoggedRequest } from './request-log.ts';
import type { ScriptedAnswers } from './scripted-answers.ts';
import type { World } from '../state/world.ts';

/** Beyond it a date is written in another form (ISO 8601). Epoch milliseconds. */
const lastMoment = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * Everything that can be asked of the emulator besides being Spotify. Over HTTP the same stands under `/emulator/`.
 * Every method throws `ControlError` (a `TypeError`) on an input that it can't make sense of, and then changes nothing.
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

  /** Moves the clock: by days or milliseconds, to a moment (epoch ms or ISO date), or back to the real time. */
  moveClock(input: inputs.ClockInput): { now: number } {
    const { advanceDays = 0, advanceMs = 0, now, reset } = parsed(inputs.clock, input);
    const { clock } = this.#world;
    const before = clock.now();
    if (reset) clock.reset();
    if (now !== undefined) clock.set(typeof now === 'number' ? now : Date.parse(now));
    clock.advance(advanceDays * day + advanceMs);
    const after = clock.now();
    if (!(after >= 0 && after <= lastMoment)) {
      clock.set(before);
      throw new ControlError('The clock goes from 1970 to the end of 9999, and no further.');
    }
    return { now: after };
  }

  /** Chooses the world to practise in, e.g. `{ rotatesRefreshTokens: true }`; what is not named stays. */
  set(input: inputs.SettingsInput): World['settings'] {
    const named = Object.entries(parsed(inputs.settings, input)).filter(([, value]) => value !== undefined);
    this.#world.settings = { ...this.#world.settings, ...Object.fromEntries(named) };
    return this.#world.settings;
  }

  /** Registers an app, as the dashboard would. What is not named is made up. Gives it whole, secret included. */
  registerApp(input: inputs.AppInput): App {
    const registration = parsed(inputs.app, input);
    const app = createApp(registration, this.#world.random);
    if (this.#world.apps.has(app.clientId))
      throw new ControlError('clientId: An app with this client ID is registered.');
    this.#checkListeners(registration.allowlist);
    this.#world.apps.set(app.clientId, app);
    return app;
  }

  /** Changes a registered app: let the owner's Premium lapse, take a listener off the list, rotate its tokens. */
  changeApp(clientId: string, input: inputs.AppChanges): App {
    const app = this.#app(clientId);
    const changes = parsed(inputs.appChanges, input);
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

  /** Scripts an answer for the next request that it is for: a named fault, an answer of one's own, or both together. */
  answerNext(input: FaultName | inputs.AnswerInput): void {
    const { fault, ...own } = parsed(inputs.answer, typeof input === 'string' ? { fault: input } : input);
    if (fault === undefined && Object.keys(own).every((name) => ['method', 'path', 'times'].includes(name))) {
      throw new ControlError(
        `Say what to answer: a fault (${faultNames.join(', ')}), or status, body, amend, omit, delayMs, stall, cut, headers, cors.`,
      );
    }
    this.#answers.add({ ...(fault && faults[fault]), ...own });
  }

  forgetAnswers(): void {
    this.#answers.clear();
  }

  /** Ends a token, or all refresh tokens that an app has for a listener (who then is asked for consent again). */
  revoke(input: inputs.RevocationInput): { revoked: number } {
    const what = parsed(inputs.revocation, input);
    if ('token' in what) {
      if (!this.#world.ledger.revoke(what.token))
        throw new ControlError('token: This emulator gave out no such token.');
      return { revoked: 1 };
    }
    const { clientId } = this.#app(what.clientId);
    this.#checkListeners([what.listener]);
    this.#world.consents.remove(clientId, what.listener);
    return { revoked: this.#world.ledger.revokeAll(clientId, what.listener) };
  }

  /** Says what a listener has playing now. */
  setNowPlaying(listener: string, input: inputs.NowPlayingInput): void {
    this.#checkListeners([listener]);
    this.#world.nowPlaying.set(listener, parsed(inputs.nowPlaying, input).state);
  }

  /** Signs a listener in (no consent is given by that), or whoever is signed in out. */
  signIn(input: inputs.SignInInput): void {
    const { listener } = parsed(inputs.signIn, input);
    if (listener !== null) this.#checkListeners([listener]);
    this.#world.signedIn = listener ?? undefined;
  }

  /** The last 100 requests to Spotify's part, oldest first, without secrets, codes, tokens and states. */
  get requests(): readonly LoggedRequest[] {
    return this.#log.requests;
  }

  forgetRequests(): void {
    this.#log.clear();
  }

  /** How things stand; secrets are left out. */
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

  /** Everything as at the start: every token, consent, app of one's own and scripted answer is gone. */
  reset(): void {
    this.#world.reset();
    this.#answers.clear();
    this.#log.clear();
  }

  #app(clientId: string): App {
    const app = this.#world.apps.get(clientId);
    if (!app) throw new ControlError('clientId: No app with this client ID is registered.', 404);
    return app;
  }

  #checkListeners(ids: readonly string[] = []): void {
    const stranger = ids.find((id) => !listenerWith(id));
    if (stranger === undefined) return;
    const known = this.#world.listeners.map(({ id }) => id).join(', ');
    throw new ControlError(`listener: There is no ${JSON.stringify(stranger)}. There are: ${known}.`, 404);
  }
}
