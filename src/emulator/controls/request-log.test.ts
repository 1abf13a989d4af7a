import { describe, expect, it, vi } from 'vitest';
import { Client, noon, pkce } from '../../../test/emulator/client.ts';
import { practiceApp } from '../state/practice-app.ts';

describe('the last requests', () => {
  it('show requests and status, without codes, tokens and secrets', async () => {
    const written = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) => vi.spyOn(console, method));
    const client = new Client();
    const code = await client.pkceCode({ state: 'a-state-to-keep-quiet' });
    const tokens = (await (await client.exchangePkce(code)).json()) as { access_token: string; refresh_token: string };
    await client.refresh(tokens.refresh_token, client.secretInBody);
    await client.token({ grant_type: 'client_credentials' }, client.basic);
    await client.api(`/v1/me?access_token=${tokens.access_token}`, tokens.access_token);
    await client.fetch('/v1/me', { headers: { authorization: tokens.access_token, cookie: `a=${code}` } });

    const kept = await (await client.fetch('/emulator/requests')).text();
    const basic = client.basic['authorization']?.slice('Basic '.length) ?? '';
    const { access_token, refresh_token } = tokens;
    const secrets = [code, access_token, refresh_token, practiceApp.clientSecret, basic, pkce.verifier, pkce.challenge];
    for (const secret of [...secrets, 'a-state-to-keep-quiet']) {
      expect(secret.length).toBeGreaterThan(20);
      expect(kept).not.toContain(secret);
    }
    for (const spy of written) expect(spy).not.toHaveBeenCalled();

    const { requests } = JSON.parse(kept) as { requests: object[] };
    expect(requests).toHaveLength(7);
    expect(requests[3]).toMatchObject({
      at: noon,
      method: 'POST',
      path: '/api/token',
      status: 200,
      form: { grant_type: 'refresh_token', refresh_token: '[removed]', client_secret: '[removed]' },
    });
    expect(requests[4]).toMatchObject({ headers: { authorization: 'Basic [removed]' } });
    expect(requests[5]).toMatchObject({ headers: { authorization: 'Bearer [removed]' } });
    expect(requests[6]).toMatchObject({ headers: { authorization: '[removed]', cookie: '[removed]' }, status: 400 });
  });

  it('are at most 100, and can be cleared', async () => {
    const client = new Client();
    for (let index = 0; index < 105; index += 1) await client.fetch(`/v1/me?limit=${index}`);
    expect(client.controls.requests).toHaveLength(100);
    expect(client.controls.requests[0]?.query).toEqual({ limit: '5' });
    await client.fetch('/emulator/requests', { method: 'DELETE' });
    expect(client.controls.requests).toHaveLength(0);
  });
});
