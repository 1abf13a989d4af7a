import { RefrainError } from '../../../errors/refrain-error.ts';
import type { CommandContext } from '../../context/context.ts';
import type { AuthorizeAnswer, Reached } from './facts.ts';

type ForAsking = Pick<CommandContext, 'fetch' | 'clock' | 'endpoints' | 'signal'>;

/** Milliseconds. */
const patience = 10_000;

/** Characters of a page that are read: Spotify's white pages are one line. */
const most = 20_000;

/**
 * Asks `/authorize` as a browser would that is not signed in, and follows it nowhere.
 * @param query what a consent would be asked with, its state and PKCE included; it is never used again
 */
export function askAuthorize(query: URLSearchParams, context: ForAsking): Promise<AuthorizeAnswer | RefrainError> {
  const url = new URL('/authorize', context.endpoints.accountsUrl);
  url.search = String(query);
  return asked(url, context);
}

/** Asks the Web API without a token: it refuses, and so is there. */
export function askApi(context: ForAsking): Promise<Reached | RefrainError> {
  return asked(new URL('/v1/me', context.endpoints.apiUrl), context);
}

async function asked(url: URL, { fetch, clock, signal }: ForAsking): Promise<AuthorizeAnswer | RefrainError> {
  const sentAt = clock.now();
  try {
    const end = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
    const response = await fetch(url, { redirect: 'manual', signal: end, headers: { accept: 'text/html' } });
    const receivedAt = clock.now();
    const { status, headers } = response;
    const location = headers.get('location') ?? undefined;
    const date = Date.parse(headers.get('date') ?? '');
    const text = await beginningOf(response);
    return {
      status,
      sentAt,
      receivedAt,
      date: Number.isNaN(date) ? undefined : date,
      location: location && URL.canParse(location, url) ? new URL(location, url).href : undefined,
      text,
    };
  } catch (thrown) {
    if (signal.aborted) throw new RefrainError('interrupted');
    const { name, cause } = thrown as { name?: string; cause?: { code?: unknown } };
    const code = typeof cause?.code === 'string' ? { code: cause.code } : {};
    return new RefrainError(name === 'TimeoutError' ? 'timed_out' : 'network', { cause: code });
  }
}

async function beginningOf({ body }: Response): Promise<string> {
  if (!body) return '';
  const decoder = new TextDecoder();
  let text = '';
  // Leaving the loop lets go of the rest.
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > most) break;
  }
  return text;
}
