import type { ErrorCode } from '../errors/error-table.ts';
import type { Clock } from '../keeper/platform/clock.ts';
import type { KeptState, KeptStateName } from '../keeper/record/state.ts';
import type { Answer, AnswerState, ListName, TimeRange } from './answer.ts';
import type { Item } from './item.ts';
import type { Look } from './views/look.ts';

/** Where the lists come from. A `TokenKeeper` is a source. */
export interface Source {
  /** Gets a path of the Web API (`/v1/me/…`), and sets the access token. */
  readonly fetch: typeof fetch;
  /** The state of the token. It sends nothing. Without it, all answers are taken to belong to one account. */
  state?(): Promise<KeptState>;
  /** Gets artwork. Default: the platform's `fetch`. */
  readonly fetchImage?: typeof fetch | undefined;
  /** An origin that may serve artwork, in addition to Spotify's image hosts. */
  readonly imageOrigin?: string | undefined;
  /** Whether the items are invented. They get no links, because Spotify does not have them. */
  readonly isPractice?: true | undefined;
}

/**
 * Saves lists as texts, for other instances and over a restart: Redis, a key-value store, files. It needs no compare and
 * replace. A cache that throws, hangs or returns garbage costs time and requests, and nothing else.
 */
export interface ListeningCache {
  get(key: string): Promise<string | null | undefined> | string | null | undefined;
  set(key: string, value: string): unknown;
  delete(key: string): unknown;
}

/** Options of `createListening`. Only the keeper is required. */
export interface ListeningOptions {
  readonly keeper: Source;
  /**
   * Whose lists these are, if several people share one cache. Default: a hash of the account in the keeper's state, or
   * `default` if there is none.
   */
  readonly owner?: string | undefined;
  /** Default: memory only. */
  readonly cache?: ListeningCache | undefined;
  /** Only items for which it returns true are shown. One for which it throws is left out. Default: all are shown. */
  readonly publish?: ((item: Item) => boolean) | undefined;
  /** Return true to show nothing now. Nothing is fetched then, and it counts as true if it throws. Default: false. */
  readonly hidden?: (() => boolean) | undefined;
  /**
   * Seconds for which a list is fresh. Default: now playing 30 while something plays, else 120; recently played 120; top
   * lists 21,600.
   */
  readonly freshFor?: Partial<Record<ListName, number>> | undefined;
  /** Gets artwork. Default: the source's, else the platform's `fetch`. */
  readonly fetchImage?: typeof fetch | undefined;
  /** Default: `systemClock`. */
  readonly clock?: Clock | undefined;
  /** @internal Whether recent plays begin with what plays now. Default: true. */
  readonly hasPlayer?: boolean | undefined;
}

/** What selects a list in addition to its name. */
export interface ListOptions {
  /** For top lists. Default: `medium_term`. */
  readonly timeRange?: TimeRange | undefined;
}

/** One list, as `Listening.health` reports it. */
export interface ListHealth {
  /** `not_granted`: the token lacks the scope of this list. */
  readonly state: AnswerState | 'not_granted';
  /** Seconds since the items were fetched; null if there are none. */
  readonly age: number | null;
  /** Why the last fetch failed; null if it succeeded. */
  readonly error: ErrorCode | null;
}

/** Whether the lists can be shown. It holds no account and no token. */
export interface Health {
  /**
   * `failing`: a list that was asked for has nothing to show, or a person is needed. `degraded`: a last good answer with a
   * problem, or fewer than 14 days are left. `ok`: neither.
   */
  readonly status: 'ok' | 'degraded' | 'failing';
  /** By `LIST`, or `LIST:RANGE` for top lists: those that were asked for, and those whose scope is missing. */
  readonly lists: Readonly<Record<string, ListHealth>>;
  /** Null if the source does not tell. */
  readonly token: { readonly state: KeptStateName; readonly daysLeft: number | null } | null;
  /** The music is invented. Absent otherwise. */
  readonly practice?: true;
}

/** The lists of one account. Spotify is asked only when a visitor looks, and once for all visitors. */
export interface Listening {
  /**
   * Gets a list. It never rejects: what is wrong is in the answer. If there is something to show, it does not wait for
   * Spotify. Otherwise it waits at most 2.5 seconds.
   */
  get(list: ListName, options?: ListOptions): Promise<Answer>;
  /**
   * Gets the artwork of a card as `data:` URIs, by address: pass it to `views.svg` as `look.covers`. Only pictures on
   * Spotify's image hosts (and the source's own) are used, at most 200 KB each and 400 KB together. It never rejects, and
   * waits at most 2 seconds: what is missing then is shown as a note.
   */
  covers(answer: Answer, look?: Look): Promise<ReadonlyMap<string, string>>;
  /** Reports on the lists and the token. It sends nothing to Spotify, and never rejects. */
  health(): Promise<Health>;
  /** Forgets the lists, also in the cache. It never rejects. */
  clear(): Promise<void>;
}

/** What a handler uses in addition to `Listening`. */
export interface ListeningForHandler extends Listening {
  /**
   * The answer that needs no wait: the same object as before while nothing has changed, for up to a minute. It starts a
   * refresh if one is due. Undefined if `get` would wait.
   */
  peek(list: ListName, options?: ListOptions): Answer | undefined;
  /** Resolves when no fetch is running and all lists are saved. Undefined if that is so now. */
  pending(): Promise<void> | undefined;
  /** Forgets that a person was needed, so that the next look asks Spotify again. A pause that Spotify asked for stays. */
  retry(): void;
}
