/** One request and its answer. */
export interface AccessEntry {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly status: number;
  readonly milliseconds: number;
}

/** A word that is too long for a route may be a secret that was put into the address by mistake. */
const longWord = /[^/.]{24,}/gu;

/** A line of the access log: `14:05:09 GET /recently-played.svg 200 3 ms`. It has no query and no control characters. */
export function accessLine({ at, method, path, status, milliseconds }: AccessEntry): string {
  const shown = path
    .replace(longWord, '\u2026')
    .replace(/[^!-~\u2026]/gu, '?')
    .slice(0, 200);
  const time = new Date(at).toTimeString().slice(0, 8);
  return `${time} ${method.replace(/[^A-Z]/g, '?').slice(0, 10)} ${shown} ${status} ${Math.round(milliseconds)} ms\n`;
}
