import type { ErrorCode } from '../../../errors/error-table.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { createRateLimitError, retryAtOf } from '../../../http/retry-after.ts';
import { spotify } from '../../../spotify/endpoints.ts';
import { deadEnds } from '../../../spotify/dead-ends.ts';
import type { CommandContext } from '../../context/context.ts';
import type { AuthorizeAnswer, Facts, ServerAnswer } from './facts.ts';

type AskContext = Pick<CommandContext, 'fetch' | 'clock' | 'endpoints' | 'signal'>;

/** Milliseconds. */
const timeout = 10_000;

/** Characters of a page that are read. Spotify's error pages have one line. */
const maxLength = 20_000;

/**
 * Asks `/authorize` as a browser does that is not signed in, without following redirects.
 * @param query the query of a consent, with state and PKCE; it is never used again
 */
export function askAuthorize(query: URLSearchParams, context: AskContext): Promise<AuthorizeAnswer | RefrainError> {
  const url = new URL('/authorize', context.endpoints.accountsUrl);
  url.search = String(query);
  return ask(url, context);
}

/** Asks the Web API without a token. A refusal proves that it can be reached. */
export function askApi(context: AskContext): Promise<ServerAnswer | RefrainError> {
  return ask(new URL('/v1/me', context.endpoints.apiUrl), context);
}

async function ask(url: URL, { fetch, clock, signal }: AskContext): Promise<AuthorizeAnswer | RefrainError> {
  const sentAt = clock.now();
  try {
    const end = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
    const response = await fetch(url, { redirect: 'manual', signal: end, headers: { accept: 'text/html' } });
    const receivedAt = clock.now();
    const { status, headers } = response;
    const location = headers.get('location') ?? undefined;
    const date = Date.parse(headers.get('date') ?? '');
    const text = await readStart(response);
    return {
      status,
      sentAt,
      receivedAt,
      date: Number.isNaN(date) ? undefined : date,
      retryAt: retryAtOf(headers, receivedAt),
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

async function readStart({ body }: Response): Promise<string> {
  if (!body) return '';
  const decoder = new TextDecoder();
  let text = '';
  // Leaving the loop cancels the rest of the body.
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > maxLength) break;
  }
  return text;
}

/**
 * What `/authorize` says without a sign-in. `accepted`: it asks for consent or redirects to the app, so the whole request
 * is right. `sign-in first`: it checks nothing before that, as Spotify does. An error code: the error on its page.
 */
export type AuthorizeVerdict = 'accepted' | 'sign-in first' | 'unclear' | ErrorCode;

/** @param asked which server, and with which redirect URI */
export function readAuthorizeAnswer(
  answer: AuthorizeAnswer,
  { endpoints, redirectUri }: Pick<Facts, 'endpoints' | 'redirectUri'>,
): AuthorizeVerdict {
  const { status, location, text } = answer;
  // Spotify redirects only to a registered address.
  if (location !== undefined) return addressOf(location) === addressOf(redirectUri.sent) ? 'accepted' : 'sign-in first';
  // A page of Spotify without a sign-in can only be the one for the sign-in.
  if (status >= 200 && status < 300) {
    return endpoints.accountsUrl === spotify.accountsUrl ? 'sign-in first' : 'accepted';
  }
  if (status === 429) return createRateLimitError(text, undefined).code;
  if (status >= 500) return 'unclear';
  const lines = deadEnds.flatMap(({ texts, code }) => texts.map((line) => ({ line, code })));
  // Longest first, because some lines begin with another one.
  const longestFirst = lines.toSorted((a, b) => b.line.length - a.line.length);
  return longestFirst.find(({ line }) => text.includes(line))?.code ?? 'unclear';
}

/** Without what a callback adds. */
function addressOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
