import { describe, expect, it } from 'vitest';
import { Client } from '../../../test/emulator/client.ts';

const ask = (host: string, path = '/v1/me') => {
  const client = new Client();
  return client.emulator.fetch(new Request(`http://127.0.0.1:4000${path}`, { headers: { host } }));
};

describe('the Host header', () => {
  it.each(['127.0.0.1', '127.0.0.1:8889', '127.0.0.2:8889', '[::1]:8889', 'localhost:8889', 'LOCALHOST'])(
    '%s is answered',
    async (host) => {
      expect((await ask(host)).status).toBe(401);
    },
  );

  it.each([
    'evil.example',
    'evil.example:8889',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'notlocalhost',
    '10.0.0.1',
    '0.0.0.0:8889',
    '127.0.0.1:8889:80',
    '127.0.0.1@evil.example',
    'accounts.spotify.com',
    '',
  ])('"%s" is refused, on every path', async (host) => {
    for (const path of [
      '/',
      '/v1/me',
      '/authorize',
      '/api/token',
      '/emulator',
      '/artwork/0000000000000000000000/64.png',
    ]) {
      const answer = await ask(host, path);
      expect([path, answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([path, 421, null]);
    }
  });

  it('is not needed in process, where Spotify’s own addresses work too', async () => {
    const { emulator } = new Client();
    expect((await emulator.fetch('https://api.spotify.com/v1/me')).status).toBe(401);
    expect((await emulator.fetch('https://accounts.spotify.com/authorize')).status).toBe(400);
    expect((await emulator.fetch('https://evil.example/v1/me')).status).toBe(421);
  });
});

describe('pages of other origins', () => {
  const post = (headers: Record<string, string>, client = new Client()) =>
    client.fetch('/emulator/reset', { method: 'POST', headers });

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'http://127.0.0.1:8888' },
    { origin: 'http://localhost:4000' },
    { origin: 'https://127.0.0.1:4000' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('%j cannot use the controls', async (headers) => {
    const client = new Client();
    const { access_token } = await client.pkceTokens();
    expect((await post(headers, client)).status).toBe(403);
    expect((await client.api('/v1/me', access_token)).status).toBe(200);
    const read = await client.fetch('/emulator/requests', { headers });
    expect([read.status, read.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });

  it.each([{}, { origin: 'http://127.0.0.1:4000' }, { 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }])(
    '%j may',
    async (headers) => {
      expect((await post(headers)).status).toBe(200);
    },
  );

  it('cannot get a preflight through to the controls', async () => {
    const answer = await new Client().fetch('/emulator/clock', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });

  it('cannot submit the consent form, and neither can a program that has not read it', async () => {
    const client = new Client();
    const path = client.authorizePath();
    const token = /name="form_token" value="(\w+)"/.exec(await (await client.fetch(path)).text())?.[1] ?? '';
    const form = { form_token: token, listener: 'maya.lindqvist', decision: 'agree' };
    const status = async (fields: Record<string, string>, headers?: Record<string, string>) =>
      (await client.post(path, { ...form, ...fields }, headers)).status;
    expect(await status({}, { origin: 'https://evil.example' })).toBe(403);
    expect(await status({}, { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await status({ form_token: '' })).toBe(403);
    expect(await status({ form_token: 'f'.repeat(32) })).toBe(403);
    expect(await status({ listener: 'nobody' })).toBe(400);
    expect(await status({ decision: '' })).toBe(400);
    expect(await status({}, { origin: client.origin })).toBe(303);
  });
});

describe('bodies', () => {
  it('are accepted up to 64 KB, with or without a Content-Length', async () => {
    const client = new Client();
    const body = 'a'.repeat(70_000);
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await client.fetch('/api/token', { method: 'POST', headers: type, body })).status).toBe(413);
    const stream = new Blob([body]).stream();
    const streamed = { method: 'POST', headers: type, body: stream, duplex: 'half' };
    expect((await client.fetch('/api/token', streamed as RequestInit)).status).toBe(413);
    expect(
      (await client.fetch('/api/token', { method: 'POST', headers: type, body: body.slice(0, 60_000) })).status,
    ).toBe(400);
  });
});
