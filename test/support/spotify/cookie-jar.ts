/** The cookies of one server: just enough to sign in with `fetch`. */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  /** Sends one request with the cookies so far and keeps the new ones. It does not follow redirects. */
  async fetch(url: URL | string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1);
      const at = pair.indexOf('=');
      const isDeleted = /;\s*expires=Thu, 01 Jan 1970/i.test(line) || at === pair.length - 1;
      if (isDeleted) this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
}
