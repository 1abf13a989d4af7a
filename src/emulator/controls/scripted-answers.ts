/** An answer that replaces or changes the correct one. */
export interface ScriptedAnswer {
  /** Which requests it is for; absent fields match all. A path that ends in `*` matches every path with that beginning. */
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  /** How many requests get it. Default 1. */
  readonly times?: number | undefined;
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** A string goes out as it is (`text/plain` unless `headers` say otherwise), anything else as JSON. */
  readonly body?: unknown;
  /** Fields that replace those of the correct JSON answer; `null` stays `null`. */
  readonly amend?: Readonly<Record<string, unknown>> | undefined;
  /** Names of fields to remove from the correct JSON answer. */
  readonly omit?: readonly string[] | undefined;
  /** Whether the request is still processed (a refresh token spent, a code used). Default false. */
  readonly handled?: boolean | undefined;
  /** A delay before anything else, in milliseconds. */
  readonly delayMs?: number | undefined;
  /** Stalls for ever: before the answer begins, or in the middle of its body. */
  readonly stall?: 'answer' | 'body' | undefined;
  /** Breaks the connection: before the answer begins, or in the middle of its body. */
  readonly cut?: 'answer' | 'body' | undefined;
  /** `false`: without CORS headers, so that a page in a browser sees only that it failed. */
  readonly cors?: boolean | undefined;
}

/** The scripted answers that wait for their requests, used in order. */
export class ScriptedAnswers {
  readonly #waiting: { script: ScriptedAnswer; left: number }[] = [];

  add(script: ScriptedAnswer): void {
    this.#waiting.push({ script, left: script.times ?? 1 });
  }

  clear(): void {
    this.#waiting.length = 0;
  }

  get waiting(): readonly { readonly script: ScriptedAnswer; readonly left: number }[] {
    return this.#waiting;
  }

  /** The first that matches this request, used once. A preflight gets one only if the script names `OPTIONS`. */
  take(method: string, path: string): ScriptedAnswer | undefined {
    const found = this.#waiting.find(({ script }) => isFor(script, method, path));
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#waiting.splice(this.#waiting.indexOf(found), 1);
    return found.script;
  }
}

function isFor(script: ScriptedAnswer, method: string, path: string): boolean {
  const wanted = script.method?.toUpperCase();
  if (wanted === undefined ? method === 'OPTIONS' : wanted !== method) return false;
  if (script.path === undefined) return true;
  return script.path.endsWith('*') ? path.startsWith(script.path.slice(0, -1)) : path === script.path;
}
