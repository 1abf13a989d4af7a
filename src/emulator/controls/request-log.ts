/** A logged request, without codes, tokens and secrets. */
export interface LoggedRequest {
  /** Epoch milliseconds, by the emulator's clock. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The fields of a form body. */
  readonly form: Readonly<Record<string, string>>;
  /** Absent: not answered (yet). */
  status?: number;
}

const kept = 100;
const removed = '[removed]';
const openQueryFields = new Set([
  'client_id',
  'response_type',
  'redirect_uri',
  'scope',
  'show_dialog',
  'code_challenge_method',
  'grant_type',
  'limit',
  'offset',
  'before',
  'after',
  'time_range',
  'additional_types',
  'market',
  'listener',
  'decision',
]);
const openHeaders = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'connection',
  'content-type',
  'content-length',
  'host',
  'origin',
  'user-agent',
  'sec-fetch-site',
  'sec-fetch-mode',
  'access-control-request-method',
  'access-control-request-headers',
]);

/** Keeps the last 100 requests. Values that are not known to be harmless are left out. */
export class RequestLog {
  readonly #requests: LoggedRequest[] = [];

  get requests(): readonly LoggedRequest[] {
    return this.#requests;
  }

  clear(): void {
    this.#requests.length = 0;
  }

  note(request: Request, body: string, at: number): LoggedRequest {
    const { pathname, searchParams } = new URL(request.url);
    const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false;
    const entry: LoggedRequest = {
      at,
      method: request.method,
      path: pathname,
      query: withoutSecrets(searchParams, openQueryFields),
      headers: headersOf(request.headers),
      form: withoutSecrets(new URLSearchParams(isForm ? body : ''), openQueryFields),
    };
    this.#requests.push(entry);
    if (this.#requests.length > kept) this.#requests.shift();
    return entry;
  }
}

function withoutSecrets(entries: Iterable<[string, string]>, open: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries([...entries].map(([name, value]) => [name, open.has(name) ? value : removed]));
}

function headersOf(headers: Headers): Record<string, string> {
  const authorization = headers.get('authorization');
  const scheme = authorization === null ? undefined : (/^(?:basic|bearer)(?= )/i.exec(authorization)?.[0] ?? '');
  return {
    ...withoutSecrets(headers, openHeaders),
    ...(scheme !== undefined && { authorization: `${scheme} ${removed}`.trim() }),
  };
}
