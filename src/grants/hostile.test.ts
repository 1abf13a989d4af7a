import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../test/support/failure-of.ts';
import { hostileAnswers, hostileCallbacks, type HostileAnswer } from '../../test/support/spotify/hostile.ts';
import { spotify } from '../spotify/endpoints.ts';
import type { RefrainError } from '../errors/refrain-error.ts';
import { createAuthorizationRequest } from './authorization-request.ts';
import { checkCallback } from './callback.ts';
import { exchangeCode } from './code-exchange.ts';

const request = createAuthorizationRequest({
  grant: 'authorization_code_pkce',
  clientId: 'a-client-id',
  redirectUri: 'https://me.example/refrain/',
  scopes: ['user-top-read'],
});
const code = 'AQ-the-code';
const callback = checkCallback(new URLSearchParams({ code, state: request.state }), request, spotify);

function expectNoSecret(error: RefrainError) {
  const shown = inspect(error, { depth: null, showHidden: true }) + JSON.stringify(error) + String(error);
  for (const secret of [code, request.state, request.codeVerifier, 'BQ-hostile', 'AQ-hostile']) {
    expect(shown).not.toContain(secret);
  }
}

describe('hostile callbacks', () => {
  it.each(hostileCallbacks)('are refused: $name', async ({ parameters, code: expected }) => {
    const query = new URLSearchParams(parameters(request.state).map(([name, value]) => [name, value]));
    const error = await failureOf(() => checkCallback(query, request, spotify));
    expect(error.code).toBe(expected);
    expectNoSecret(error);
    expect(error.spotifySaid ?? '').not.toMatch(/\p{Cc}|\p{Cf}/u);
    expect((error.spotifySaid ?? '').length).toBeLessThanOrEqual(300);
  });
});

function bodyOf({ body = '', behaviour }: HostileAnswer): string | ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(body);
  if (!behaviour) return body;
  return new ReadableStream({
    start: (controller) => controller.enqueue(bytes.slice(0, Math.max(1, bytes.length / 2))),
    pull(controller) {
      if (behaviour === 'endless') controller.enqueue(new Uint8Array(60_000).fill(65));
      else if (behaviour === 'lying_length') controller.close();
      else if (behaviour === 'cut') controller.error(new TypeError('terminated'));
      else return new Promise(() => {});
    },
  });
}

/** A `fetch` that ignores the signal. It calls `onSilence` when it will not answer any more. */
function hostileFetch(hostile: HostileAnswer, onSilence: () => void): typeof fetch {
  return async () => {
    if (hostile.behaviour === 'unreachable') throw new TypeError('fetch failed');
    if (hostile.behaviour?.startsWith('stall')) setImmediate(onSilence);
    if (hostile.behaviour === 'stall') return new Promise(() => {});
    const { status = 200, headers = {} } = hostile;
    return new Response(status === 204 ? null : bodyOf(hostile), { status, headers });
  };
}

describe('hostile token answers', () => {
  it.each(hostileAnswers)('are refused: $name', async (hostile) => {
    const deadline = new AbortController();
    const error = await failureOf(() =>
      exchangeCode({
        request,
        callback,
        endpoints: spotify,
        fetch: hostileFetch(hostile, () => deadline.abort()),
        deadline: () => deadline.signal,
        now: () => 1_800_000_000_000,
      }),
    );
    expect(error.code).toBe(hostile.code);
    expectNoSecret(error);
    expect(error.spotifySaid ?? '').not.toMatch(/\p{Cc}|\p{Cf}/u);
  });
});
