import { describe, expect, it } from 'vitest';
import { Client, noon } from '../../../test/emulator/client.ts';
import { practiceApp } from '../state/practice-app.ts';

const json = { 'content-type': 'application/json' };

function control(client: Client, path: string, body?: unknown, init: RequestInit = {}): Promise<Response> {
  const sent = body === undefined ? {} : { method: 'POST', headers: json, body: JSON.stringify(body) };
  return client.fetch(`/emulator${path}`, { ...sent, ...init });
}

const message = async (answer: Promise<Response>) => {
  const response = await answer;
  const { error } = (await response.json()) as { error: { message: string } };
  return [response.status, error.message];
};

describe('the controls over HTTP', () => {
  it('move the clock by days, by milliseconds, to a moment, and back', async () => {
    const client = new Client();
    const now = async (body: object) => (await (await control(client, '/clock', body)).json()) as { now: number };
    expect(await now({ advanceDays: 1 })).toEqual({ now: noon + 86_400_000 });
    expect(await now({ advanceMs: -86_400_000 })).toEqual({ now: noon });
    expect(await now({ now: '2027-05-23T12:00:00Z' })).toEqual({ now: Date.parse('2027-05-23T12:00:00Z') });
    expect(await now({ now: 5 })).toEqual({ now: 5 });
    expect(await now({ reset: true })).toEqual({ now: noon });
  });

  it('register an app that works from consent to refresh', async () => {
    const client = new Client();
    const answer = await control(client, '/apps', { name: 'Mine', redirectUris: ['http://127.0.0.1/callback'] });
    expect(answer.status).toBe(201);
    const app = (await answer.json()) as { clientId: string; clientSecret: string };
    expect(app).toMatchObject({
      clientId: expect.stringMatching(/^[0-9a-f]{32}$/),
      clientSecret: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    const mine = new Client(client.emulator, app);
    const redirect_uri = 'http://127.0.0.1:3000/callback';
    expect(await (await mine.authorize({ redirect_uri })).text()).toContain('You agree that <em>Mine</em>');
    expect((await mine.exchangePkce(await mine.pkceCode({ redirect_uri }), { redirect_uri })).status).toBe(200);
  });

  it('end Premium and remove listeners from the list', async () => {
    const client = new Client();
    const { access_token } = await client.pkceTokens();
    await control(client, `/apps/${practiceApp.clientId}`, { ownerPremium: false });
    expect(await (await client.api('/v1/me', access_token)).text()).toMatch(/^Active premium/);
    await control(client, `/apps/${practiceApp.clientId}`, { ownerPremium: true, allowlist: [] });
    expect(await (await client.api('/v1/me', access_token)).text()).toMatch(/^The user is not registered/);
    await control(client, `/apps/${practiceApp.clientId}`, { allowlist: null });
    expect((await client.api('/v1/me', access_token)).status).toBe(200);
  });

  it('revoke a token of either kind', async () => {
    const client = new Client();
    const { access_token, refresh_token } = await client.pkceTokens();
    await control(client, '/revocations', { token: access_token });
    expect((await client.api('/v1/me', access_token)).status).toBe(401);
    expect((await client.refresh(refresh_token)).status).toBe(200);
    await control(client, '/revocations', { token: refresh_token });
    expect((await client.refresh(refresh_token)).status).toBe(400);
  });

  it('change what is playing, and who is signed in', async () => {
    const client = new Client();
    await control(client, '/listeners/maya.lindqvist/now-playing', { state: 'ad' });
    const answer = await client.ask('/v1/me/player/currently-playing');
    expect(await answer.json()).toMatchObject({ currently_playing_type: 'ad' });
    await control(client, '/sign-in', { listener: 'jules_o_neill' });
    expect(await (await client.authorize()).text()).toMatch(/value="jules_o_neill"\s+checked/);
  });

  it('consent without asking, for terminals', async () => {
    const client = new Client();
    await control(client, '/settings', { consent: 'agree' });
    const code = new URL((await client.authorize()).headers.get('location') ?? '').searchParams.get('code') ?? '';
    expect((await client.exchange(code, {}, client.basic)).status).toBe(200);
    await control(client, '/settings', { consent: 'cancel' });
    expect((await client.authorize()).headers.get('location')).toContain('error=access_denied');
  });

  it('show the state, without a secret', async () => {
    const client = new Client();
    client.controls.registerApp({ redirectUris: [], clientSecret: 'b'.repeat(32) });
    client.controls.answerNext('rate_limited');
    const text = await (await control(client, '')).text();
    expect(JSON.parse(text)).toMatchObject({ now: noon, signedIn: null, answers: [{ status: 429, left: 1 }] });
    expect(text).not.toContain('b'.repeat(32));
    expect(text).not.toContain(practiceApp.clientSecret);
  });

  it('start again: no token, app, script, consent or moved clock is left', async () => {
    const client = new Client();
    const { access_token, refresh_token } = await client.pkceTokens();
    const { clientId } = client.controls.registerApp({ redirectUris: [] });
    client.controls.answerNext({ fault: 'rate_limited', times: 9 });
    client.controls.moveClock({ advanceDays: 3 });
    client.controls.setNowPlaying('maya.lindqvist', { state: 'idle' });
    client.controls.set({ rotatesRefreshTokens: true });
    await control(client, '/reset', undefined, { method: 'POST' });
    expect((await client.api('/v1/me', access_token)).status).toBe(401);
    expect((await client.refresh(refresh_token)).status).toBe(400);
    expect(await (await client.authorize({ client_id: clientId })).text()).toBe('INVALID_CLIENT: Invalid client');
    expect((await client.authorize({ show_dialog: 'false' })).status).toBe(200);
    expect(client.controls.state()).toEqual(new Client().controls.state());
  });
});

describe('invalid input', () => {
  it.each<[path: string, body: unknown, status: number, says: RegExp]>([
    ['/clock', {}, 400, /advanceDays, advanceMs, now or reset/],
    ['/clock', { now: 'yesterday' }, 400, /^now: .*2026-11-24T10:00:00Z/],
    ['/clock', { advanceDays: 'many' }, 400, /^advanceDays: /],
    ['/clock', { advanceDays: 1e300 }, 400, /between 1970 and the end of 9999/],
    ['/clock', { now: -1 }, 400, /between 1970 and the end of 9999/],
    ['/settings', { rotates: true }, 400, /^rotates: /],
    ['/settings', { consent: 'maybe' }, 400, /^consent: .*"ask" \| "agree" \| "cancel"/],
    ['/apps', { redirectUris: ['http://localhost:3000/'] }, 400, /localhost.*Use http:\/\/127\.0\.0\.1:3000\//],
    ['/apps', { redirectUris: 'https://a.example/' }, 400, /^redirectUris: /],
    ['/apps', { redirectUris: [], clientId: practiceApp.clientId }, 400, /^clientId: .*already has/],
    ['/apps', { redirectUris: [], allowlist: ['nobody'] }, 404, /"nobody".*maya\.lindqvist/],
    [`/apps/${'f'.repeat(32)}`, {}, 404, /^clientId: /],
    ['/answers', {}, 400, /rate_limited.*status, body/],
    ['/answers', { times: 3 }, 400, /rate_limited.*status, body/],
    ['/answers', { fault: 'meteor' }, 400, /^fault: .*rate_limited/],
    ['/answers', { status: 99 }, 400, /^status: /],
    ['/answers', { status: 500, headers: { 'X-A': 'b\r\nSet-Cookie: c' } }, 400, /^headers: /],
    ['/answers', { status: 500, headers: { 'X A': 'b' } }, 400, /^headers: /],
    ['/answers', { path: 'v1/me', status: 500 }, 400, /^path: /],
    ['/revocations', { token: 'AQ' }, 400, /^token: /],
    ['/revocations', { clientId: practiceApp.clientId }, 400, /token, or clientId and listener/],
    ['/listeners/nobody/now-playing', { state: 'idle' }, 404, /"nobody"/],
    ['/listeners/maya.lindqvist/now-playing', { state: 'dancing' }, 400, /^state: .*"idle"/],
    ['/sign-in', { listener: 'nobody' }, 404, /"nobody"/],
    ['/nothing', {}, 404, /No such control/],
    ['/clock', [], 400, /object/],
    ['/settings', [], 400, /object/],
    ['/settings', null, 400, /Object/],
  ])('%s %j answers %i %s', async (path, body, status, says) => {
    const client = new Client();
    const before = client.controls.state();
    expect(await message(control(client, path, body))).toEqual([status, expect.stringMatching(says)]);
    expect(client.controls.state()).toEqual(before);
  });

  it('is refused if it is not JSON, or has no JSON content type', async () => {
    const client = new Client();
    const broken = control(client, '/clock', undefined, { method: 'POST', headers: json, body: '{' });
    expect(await message(broken)).toEqual([400, expect.stringContaining('not JSON')]);
    const form = control(client, '/clock', undefined, { method: 'POST', body: new URLSearchParams({ reset: 'true' }) });
    expect(await message(form)).toEqual([415, expect.stringContaining('application/json')]);
  });

  it('throws a TypeError in process, with the same message', () => {
    const { controls } = new Client();
    expect(() => controls.moveClock({})).toThrow(TypeError);
    expect(() => controls.moveClock({})).toThrow(/advanceDays/);
    expect(() => controls.moveClock({ days: 5 } as never)).toThrow(
      'days: There is no such field. There are advanceDays, advanceMs, now, reset.',
    );
    expect(() => controls.registerApp({} as never)).toThrow('redirectUris: is missing.');
  });
});
