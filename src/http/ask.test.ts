import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failureOf } from '../../test/support/failure-of.ts';
import { recordingFetch } from '../../test/support/spotify/recording-fetch.ts';
import { ask } from './ask.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});

/** A real server on loopback, that answers as `listener` does. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe('ask, with a real server', () => {
  it('reads a complete answer', async () => {
    const url = await serve((_, response) => response.writeHead(418, { 'x-kept': 'yes' }).end('späti \u{1f3b5}'));
    const answer = await ask(url, {}, { fetch });
    expect([answer.status, answer.headers.get('x-kept'), await answer.text()]).toEqual([418, 'yes', 'späti \u{1f3b5}']);
  });

  it('replaces a character that was cut at the end', async () => {
    const url = await serve((_, response) => response.end(Buffer.from('a\u00e4').subarray(0, 2)));
    expect(await (await ask(url, {}, { fetch })).text()).toBe('a\ufffd');
  });

  it('reads an answer without a body', async () => {
    const url = await serve((_, response) => response.writeHead(204).end());
    expect(await (await ask(url, {}, { fetch })).text()).toBe('');
  });

  it('follows no redirect', async () => {
    const asked: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      asked.push(request.url);
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect((await failureOf(() => ask(url, { method: 'POST' }, { fetch }))).code).toBe('answer_unreadable');
    expect(asked).toEqual(['/']);
  });

  it('closes the connection to a silent server at the deadline', async () => {
    const deadline = new AbortController();
    let hungUp = () => {};
    const gone = new Promise<void>((resolve) => (hungUp = resolve));
    const url = await serve((request) => {
      request.socket.once('close', hungUp);
      deadline.abort();
    });
    const error = await failureOf(() => ask(url, {}, { fetch, deadline: () => deadline.signal }));
    expect(error.code).toBe('timed_out');
    await gone;
  });

  it('stops at the deadline if a body stalls half-way', async () => {
    const deadline = new AbortController();
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 1000 }).write('half', () => setImmediate(() => deadline.abort()));
    });
    expect((await failureOf(() => ask(url, {}, { fetch, deadline: () => deadline.signal }))).code).toBe('timed_out');
  });

  it('closes the connection if a body never ends', async () => {
    let hungUp = () => {};
    const gone = new Promise<void>((resolve) => (hungUp = resolve));
    const url = await serve((request, response) => {
      request.socket.once('close', hungUp);
      const pour = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 65)));
      };
      response.on('drain', pour).writeHead(200);
      pour();
    });
    expect((await failureOf(() => ask(url, {}, { fetch }))).code).toBe('answer_too_large');
    await gone;
  });

  it('distinguishes a broken answer from a short one', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 1000 }).write('{"access_token":"BQ"}', () => response.destroy());
    });
    expect((await failureOf(() => ask(url, {}, { fetch }))).code).toBe('answer_unreadable');
  });

  it('reports that no server is listening', async () => {
    const url = await serve(() => {});
    await Promise.all(ends.splice(0).map((end) => end()));
    const error = await failureOf(() => ask(url, {}, { fetch }));
    expect(error).toMatchObject({ code: 'network', cause: { name: 'TypeError', code: 'ECONNREFUSED' } });
  });
});

describe('ask, with any fetch', () => {
  const never = new AbortController().signal;

  it('sends once, without cookies, referrer, cache or redirects', async () => {
    const { fetch, sent } = recordingFetch(new Response('ok'));
    await ask('https://example.com/', { method: 'POST', body: 'a=b' }, { fetch });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.init).toMatchObject({
      method: 'POST',
      body: 'a=b',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
    });
  });

  it('sends nothing if the deadline has already passed', async () => {
    const { fetch, sent } = recordingFetch(new Response('ok'));
    const error = await failureOf(() =>
      ask('https://example.com/', {}, { fetch, deadline: () => AbortSignal.abort() }),
    );
    expect(error.code).toBe('timed_out');
    expect(sent).toHaveLength(0);
  });

  it('calls fetch without a `this`, as browsers require', async () => {
    const strict = vi.fn(async () => new Response('ok'));
    await ask('https://example.com/', {}, { fetch: strict });
    expect(strict.mock.contexts).toEqual([undefined]);
  });

  it('accepts exactly a megabyte, and not a byte more', async () => {
    const exact = await ask('https://a.example/', {}, { fetch: async () => new Response('x'.repeat(1_000_000)) });
    expect((await exact.text()).length).toBe(1_000_000);
    const more = async () => new Response('x'.repeat(1_000_001));
    expect((await failureOf(() => ask('https://a.example/', {}, { fetch: more }))).code).toBe('answer_too_large');
  });

  it('does not trust Content-Length', async () => {
    const huge = async () => new Response('short', { headers: { 'content-length': '99999999' } });
    expect(await (await ask('https://a.example/', {}, { fetch: huge })).text()).toBe('short');
    const tiny = async () => new Response('x'.repeat(1_000_001), { headers: { 'content-length': '5' } });
    expect((await failureOf(() => ask('https://a.example/', {}, { fetch: tiny }))).code).toBe('answer_too_large');
  });

  it('ends a stream of empty chunks', async () => {
    const empty = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(0)) });
    const error = await failureOf(() =>
      ask('https://a.example/', {}, { fetch: async () => new Response(empty), deadline: () => never }),
    );
    expect(error.code).toBe('answer_too_large');
  });

  it.each([
    ['a stream of strings', async () => new Response(new ReadableStream({ start: (c) => c.enqueue('text') }))],
    ['a redirect that a browser hides', async () => Response.error()],
  ])('does not read %s', async (_, fetch) => {
    expect((await failureOf(() => ask('https://a.example/', {}, { fetch, deadline: () => never }))).code).toBe(
      'answer_unreadable',
    );
  });

  it.each([
    () => {
      throw new Error('body: client_secret=hush');
    },
    () => Promise.reject(new Error('body: client_secret=hush', { cause: { code: 'client_secret=hush' } })),
    () => Promise.reject('client_secret=hush'),
    () => Promise.reject(null),
    () => Promise.resolve(undefined),
  ])('shows no secret in the error of a failing fetch (%#)', async (fetch) => {
    const error = await failureOf(() =>
      ask('https://a.example/', {}, { fetch: fetch as unknown as typeof globalThis.fetch }),
    );
    expect(['network', 'answer_unreadable']).toContain(error.code);
    expect(inspect(error, { depth: null })).not.toContain('hush');
  });
});
