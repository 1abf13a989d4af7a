import { describe, expect, it } from 'vitest';
import { Client, noon } from '../../../test/emulator/client.ts';
import { createEmulator, faultNames } from '../index.ts';

const statuses = async (client: Client, ...paths: string[]) => {
  const all: number[] = [];
  for (const path of paths) all.push((await client.fetch(path)).status);
  return all;
};

describe('a scripted answer', () => {
  it('answers the next matching request once, in the order of scripting', async () => {
    const client = new Client();
    client.controls.answerNext({ path: '/v1/me', status: 500 });
    client.controls.answerNext({ path: '/v1/*', status: 501, times: 2 });
    expect(await statuses(client, '/v1/x', '/v1/me', '/v1/me', '/v1/me')).toEqual([501, 500, 501, 401]);
  });

  it('can be for one method only, and does not affect preflights and pages', async () => {
    const client = new Client();
    client.controls.answerNext({ method: 'post', status: 500 });
    expect(await statuses(client, '/v1/me', '/emulator', '/')).toEqual([401, 200, 200]);
    expect((await client.fetch('/api/token', { method: 'OPTIONS' })).status).toBe(204);
    expect((await client.token({})).status).toBe(500);
    client.controls.answerNext({ path: '/api/token', status: 502 });
    expect((await client.fetch('/api/token', { method: 'OPTIONS' })).status).toBe(204);
    expect((await client.token({})).status).toBe(502);
    client.controls.answerNext({ method: 'OPTIONS', status: 500 });
    expect((await client.fetch('/api/token', { method: 'OPTIONS' })).status).toBe(500);
  });

  it('replaces or removes fields of the correct answer', async () => {
    const client = new Client();
    const { refresh_token } = await client.pkceTokens();
    client.controls.answerNext({
      path: '/api/token',
      amend: { refresh_token: null, expires_in: '3600' },
      omit: ['scope'],
    });
    const answer = (await (await client.refresh(refresh_token)).json()) as Record<string, unknown>;
    expect(answer).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      refresh_token: null,
      expires_in: '3600',
    });
    expect((await client.api('/v1/me', String(answer['access_token']))).status).toBe(200);
  });

  it('sets status, headers, text or JSON, with or without CORS', async () => {
    const client = new Client();
    client.controls.answerNext({ status: 418, body: 'short', headers: { 'x-a': 'b' } });
    const text = await client.fetch('/v1/me');
    expect([text.status, await text.text(), text.headers.get('x-a')]).toEqual([418, 'short', 'b']);
    expect(text.headers.get('access-control-allow-origin')).toBe('*');
    client.controls.answerNext({ body: [1, null], cors: false });
    const list = await client.fetch('/v1/me');
    expect([list.status, await list.json(), list.headers.get('access-control-allow-origin')]).toEqual([
      200,
      [1, null],
      null,
    ]);
    client.controls.answerNext({ cors: false, path: '/v1/me' });
    expect((await client.fetch('/v1/me')).headers.get('access-control-allow-origin')).toBeNull();
    client.controls.answerNext({ cors: false, method: 'OPTIONS' });
    const preflight = await client.fetch('/api/token', { method: 'OPTIONS' });
    expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    client.controls.answerNext({ body: 'x'.repeat(1_048_576) });
    expect((await (await client.fetch('/v1/me')).text()).length).toBe(1_048_576);
  });

  it('does not process the request, unless the script says so', async () => {
    const client = new Client();
    const code = await client.pkceCode();
    client.controls.answerNext({ path: '/api/token', status: 503 });
    expect((await client.exchangePkce(code)).status).toBe(503);
    client.controls.answerNext({ path: '/api/token', status: 503, handled: true });
    expect((await client.exchangePkce(code)).status).toBe(503);
    expect(await (await client.exchangePkce(code)).json()).toMatchObject({ error: 'invalid_grant' });
  });

  it('waits for the given time, and ends with the request', async () => {
    const waits: number[] = [];
    const emulator = createEmulator({
      clock: { now: () => noon },
      wait: async (milliseconds) => void waits.push(milliseconds),
    });
    const client = new Client(emulator);
    client.controls.answerNext({ path: '/v1/me', delayMs: 90_000 });
    expect((await client.fetch('/v1/me')).status).toBe(401);
    expect(waits).toEqual([90_000]);
  });

  it('is delayed by an hour at most', () => {
    const { controls } = new Client();
    expect(() => controls.answerNext({ delayMs: 3_600_001 })).toThrow(/delayMs/);
    expect(() => controls.answerNext({ delayMs: 2 ** 31 })).toThrow(/delayMs/);
  });

  it('never comes if it stalls, until the request is aborted', async () => {
    const client = new Client();
    for (const script of [{ stall: 'answer' }, { delayMs: 3_600_000 }] as const) {
      client.controls.answerNext(script);
      const abort = new AbortController();
      const answer = client.fetch('/v1/me', { signal: abort.signal });
      abort.abort(new Error('given up'));
      await expect(answer).rejects.toThrow('given up');
    }
  });

  it('stalls or breaks in the middle of its body', async () => {
    const client = new Client();
    client.controls.answerNext({ cut: 'body' });
    const cut = await client.fetch('/v1/me');
    expect(cut.status).toBe(401);
    await expect(cut.text()).rejects.toThrow(TypeError);
    client.controls.answerNext({ stall: 'body' });
    const reader = (await client.fetch('/v1/me')).body?.getReader();
    const first = new TextDecoder().decode((await reader?.read())?.value);
    expect('{"error":{"status":401,"message":"No token provided"}}').toContain(first);
    expect(first.length).toBeLessThan(40);
    const more = await Promise.race([reader?.read(), Promise.resolve('nothing yet')]);
    expect(more).toBe('nothing yet');
  });

  it.each(faultNames)('%s is a fault with a name', async (name) => {
    const client = new Client();
    client.controls.answerNext(name);
    expect(client.controls.state().answers).toHaveLength(1);
    const path = client.controls.state().answers[0]?.path?.startsWith('/api') ? '/api/token' : '/v1/me';
    const signal = AbortSignal.abort(new TypeError('given up'));
    const answer = await client.emulator
      .fetch(`${client.origin}${path}`, { method: 'POST', ...(name === 'stall' && { signal }) })
      .catch((error: unknown) => error);
    const isRight =
      answer instanceof Response &&
      [400, 401].includes(answer.status) &&
      (
        await answer
          .clone()
          .text()
          .catch(() => '')
      ).includes('No token');
    expect(isRight).toBe(false);
    expect(client.controls.state().answers).toHaveLength(0);
  });
});
