/** A request that was sent, with its body as form fields. */
export interface SentRequest {
  readonly url: string;
  readonly init: RequestInit;
  readonly form: Record<string, string>;
}

/** A `fetch` that records requests and gives `answers` one after the other. When none is left it fails. */
export function recordingFetch(...answers: readonly Response[]): { fetch: typeof fetch; sent: SentRequest[] } {
  const sent: SentRequest[] = [];
  const remaining = [...answers];
  return {
    sent,
    fetch: async (input, init = {}) => {
      sent.push({ url: String(input), init, form: Object.fromEntries(new URLSearchParams(String(init.body ?? ''))) });
      const answer = remaining.shift();
      if (!answer) throw new TypeError('fetch failed');
      return answer;
    },
  };
}

/** A JSON answer. */
export function jsonAnswer(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}
