import { describe, expect, it } from 'vitest';
import { Client, pkce } from '../../../test/emulator/client.ts';

/** What Spotify is not known to say, and the emulator says in its stead. */
describe('authorization requests whose answer at Spotify is not known', () => {
  it.each<[fields: Record<string, string | undefined>, line: string]>([
    [{ redirect_uri: undefined }, 'redirect_uri: Not present'],
    [{ code_challenge: pkce.challenge }, 'code_challenge_method must be S256'],
    [{ code_challenge: pkce.challenge, code_challenge_method: 'plain' }, 'code_challenge_method must be S256'],
    [{ code_challenge_method: 'S256' }, 'code_challenge: Not present'],
  ])('%j ends at "%s"', async (fields, line) => {
    const answer = await new Client().authorize(fields);
    expect([answer.status, await answer.text()]).toEqual([400, line]);
  });

  it.each(['state', 'redirect_uri', 'client_id', 'scope'])('a repeated %s ends on a plain page', async (name) => {
    const client = new Client();
    const answer = await client.fetch(`${client.authorizePath()}&${name}=again`);
    expect([answer.status, await answer.text()]).toEqual([400, `${name}: Present more than once`]);
  });

  it('a repeated parameter at the token endpoint is an invalid request', async () => {
    const client = new Client();
    const { refresh_token } = await client.pkceTokens();
    const body = `grant_type=refresh_token&client_id=${client.app.clientId}&refresh_token=${refresh_token}&refresh_token=x`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await client.fetch('/api/token', { method: 'POST', headers, body });
    expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ error: 'invalid_request' })]);
  });

  it.each([
    'http://127.0.0.1:8888/callback',
    'http://127.0.0.1/callback',
    'http://[::1]:3000/a/b?c=d',
    'http://127.0.0.1:8888',
    'http://127.0.0.1:8888/',
  ])('the practice app accepts the loopback address %s', async (redirect_uri) => {
    expect((await new Client().authorize({ redirect_uri })).status).toBe(200);
  });

  it.each(['http://localhost:8888/callback', 'http://127.0.0.1.example.com/', 'https://127.0.0.1/', 'garbage'])(
    'the practice app does not accept %s',
    async (redirect_uri) => {
      expect((await new Client().authorize({ redirect_uri })).status).toBe(400);
    },
  );

  it('the order of the checks: client, redirect URI, response type, scope', async () => {
    const client = new Client();
    const wrong: Record<string, string | undefined> = {
      client_id: undefined,
      redirect_uri: 'https://example.com/',
      response_type: 'x',
      scope: 'x',
    };
    const right = new URLSearchParams(client.authorizePath().slice('/authorize?'.length));
    const lines: string[] = [];
    for (const name of Object.keys(wrong)) {
      lines.push(await (await client.authorize(wrong)).text());
      wrong[name] = right.get(name) ?? undefined;
    }
    expect(lines).toEqual([
      'client_id: Not present',
      'redirect_uri: Not matching configuration',
      'response_type must be code',
      'Illegal scope',
    ]);
  });
});
