import { untilAborted } from '../../http/deadline.ts';
import type { ScriptedAnswer } from './scripted-answers.ts';

/** The connection broke before an answer began: what `fetch` rejects with, and what a server turns into a cut socket. */
export class ConnectionCut extends TypeError {
  override readonly name = 'ConnectionCut';
  constructor() {
    super('The emulator cut the connection because a scripted answer asked for it.');
  }
}

const broken = new WeakSet<Response>();

/** Whether this answer's body ends in a `ConnectionCut`, so that the server must cut its socket. */
export function isBroken(response: Response): boolean {
  return broken.has(response);
}

/** Waits, in milliseconds, unless the signal ends it first. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/**
 * Answers a request by its script.
 * @param answer processes the request and returns the correct answer
 * @throws ConnectionCut if the script cuts before the answer; the signal's reason if the client gives up on a stall
 */
export async function performScript(
  script: ScriptedAnswer,
  { signal }: Request,
  answer: () => Promise<Response>,
  wait: Wait,
): Promise<Response> {
  if (script.delayMs !== undefined) await wait(script.delayMs, signal);
  const replaced = script.status !== undefined || script.body !== undefined;
  const unanswered = script.cut === 'answer' || script.stall === 'answer';
  const right = script.handled || !(replaced || unanswered) ? await answer() : undefined;
  if (script.cut === 'answer') throw new ConnectionCut();
  if (script.stall === 'answer') await waitForAbort(signal);
  const spoilt = replaced || !right ? replaceAnswer(script) : await amendAnswer(script, right);
  const response = new Response(withBreak(script, spoilt.body), spoilt);
  if (script.cut === 'body') broken.add(response);
  for (const [name, value] of Object.entries(script.headers ?? {})) response.headers.set(name, value);
  const isCors = (name: string) => name.startsWith('access-control-');
  if (script.cors !== false) response.headers.set('Access-Control-Allow-Origin', '*');
  else for (const name of [...response.headers.keys()].filter(isCors)) response.headers.delete(name);
  return response;
}

function replaceAnswer({ status = 200, body }: ScriptedAnswer): Response {
  if (body === undefined || [101, 204, 205, 304].includes(status)) return new Response(null, { status });
  return typeof body === 'string' ? new Response(body, { status }) : Response.json(body, { status });
}

async function amendAnswer({ amend, omit = [] }: ScriptedAnswer, right: Response): Promise<Response> {
  if (!amend && omit.length === 0) return right;
  const body: unknown = await right
    .clone()
    .json()
    .catch(() => undefined);
  if (typeof body !== 'object' || body === null) return right;
  const entries = Object.entries({ ...body, ...amend }).filter(([name]) => !omit.includes(name));
  return new Response(JSON.stringify(Object.fromEntries(entries)), right);
}

/** The first half of a body, then nothing, or a cut connection. */
function withBreak({ cut, stall }: ScriptedAnswer, body: ReadableStream<Uint8Array> | null) {
  if ((cut !== 'body' && stall !== 'body') || body === null) return body;
  const reader = body.getReader();
  let sent = false;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (sent) return cut === 'body' ? controller.error(new ConnectionCut()) : await new Promise<void>(() => {});
      sent = true;
      const { value = new Uint8Array() } = await reader.read();
      await reader.cancel();
      controller.enqueue(value.slice(0, Math.max(1, value.length >> 1)));
    },
  });
}

function waitForAbort(signal: AbortSignal): Promise<never> {
  return untilAborted(new Promise<never>(() => {}), signal, () => signal.reason);
}

export const realWait: Wait = async (milliseconds, signal) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const time = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
    await untilAborted(time, signal, () => signal.reason);
  } finally {
    clearTimeout(timer);
  }
};
