import { describe, expect, it } from 'vitest';
import { Client, type Tokens } from '../../../test/emulator/client.ts';

const revoked = { error: 'invalid_grant', error_description: 'Refresh token revoked' };
const read = async (answer: Response | Promise<Response>) => (await (await answer).json()) as Tokens & typeof revoked;

function rotating(): Client {
  const client = new Client();
  client.controls.set({ rotatesRefreshTokens: true });
  return client;
}

describe('a family of rotating refresh tokens', () => {
  it('continues with its newest token, each used once', async () => {
    const client = rotating();
    const seen = [(await client.pkceTokens()).refresh_token];
    for (let times = 0; times < 4; times += 1) seen.push((await read(client.refresh(seen.at(-1) ?? ''))).refresh_token);
    expect(new Set(seen).size).toBe(5);
    expect((await client.refresh(seen.at(-1) ?? '')).status).toBe(200);
  });

  it('ends when a spent token is used again', async () => {
    const client = rotating();
    const { refresh_token: first } = await client.pkceTokens();
    const { refresh_token: second } = await read(client.refresh(first));
    expect(await read(client.refresh(first))).toEqual(revoked);
    expect(await read(client.refresh(second))).toEqual(revoked);
  });

  it('leaves other families untouched', async () => {
    const client = rotating();
    const [{ refresh_token: first }, { refresh_token: other }] = [await client.pkceTokens(), await client.pkceTokens()];
    await client.refresh(first);
    await client.refresh(first);
    expect((await client.refresh(other)).status).toBe(200);
  });

  it('loses its token when the answer to a rotation is lost', async () => {
    const client = rotating();
    const { refresh_token } = await client.pkceTokens();
    client.controls.answerNext({ fault: 'answer_lost', path: '/api/token' });
    await expect(client.refresh(refresh_token)).rejects.toThrow(TypeError);
    expect(await read(client.refresh(refresh_token))).toEqual(revoked);
  });

  it('keeps its token when the request never arrived', async () => {
    const client = rotating();
    const { refresh_token } = await client.pkceTokens();
    client.controls.answerNext({ fault: 'cut', path: '/api/token' });
    await expect(client.refresh(refresh_token)).rejects.toThrow(TypeError);
    expect((await client.refresh(refresh_token)).status).toBe(200);
  });

  it('belongs to one app: each app has its own setting for rotation', async () => {
    const client = rotating();
    client.controls.changeApp(client.app.clientId, { rotates: false });
    const { refresh_token } = await client.pkceTokens();
    expect(await read(client.refresh(refresh_token))).not.toHaveProperty('refresh_token');
    client.controls.changeApp(client.app.clientId, { rotates: null });
    expect(await read(client.refresh(refresh_token))).toHaveProperty('refresh_token');
  });
});

describe('consent and its six months', () => {
  it('start again with a new consent; the older token keeps its own expiry', async () => {
    const client = new Client();
    const { refresh_token: older } = await client.pkceTokens();
    client.controls.moveClock({ advanceDays: 100 });
    const { refresh_token: newer } = await client.pkceTokens();
    client.controls.moveClock({ advanceDays: 80 });
    expect(await read(client.refresh(older))).toEqual(revoked);
    expect((await client.refresh(newer)).status).toBe(200);
  });

  it('do not start again if the consent page was skipped', async () => {
    const client = new Client();
    await client.pkceTokens();
    client.controls.moveClock({ advanceDays: 100 });
    const silent = await client.authorize({ show_dialog: 'false' });
    const code = new URL(silent.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const { refresh_token } = await read(client.exchange(code, {}, client.basic));
    client.controls.moveClock({ advanceDays: 80 });
    expect(await read(client.refresh(refresh_token, client.secretInBody))).toEqual(revoked);
  });

  it('is asked for again after six months, and after the listener removed the app', async () => {
    const client = new Client();
    await client.decide('agree');
    expect((await client.authorize({ show_dialog: 'false' })).status).toBe(302);
    client.controls.moveClock({ advanceDays: 180 });
    expect((await client.authorize({ show_dialog: 'false' })).status).toBe(200);
    await client.decide('agree');
    client.controls.revoke({ clientId: client.app.clientId, listener: 'maya.lindqvist' });
    expect((await client.authorize({ show_dialog: 'false' })).status).toBe(200);
  });

  it('includes the scopes of earlier consents', async () => {
    const client = new Client();
    await client.decide('agree', { scope: 'user-top-read' });
    await client.decide('agree', { scope: 'streaming' });
    expect((await client.authorize({ scope: 'user-top-read streaming', show_dialog: 'false' })).status).toBe(302);
  });

  it('belongs to one listener: if one removes the app, the others keep it', async () => {
    const client = new Client();
    const { refresh_token: jules } = await client.pkceTokens({}, 'jules_o_neill');
    const { refresh_token: maya } = await client.pkceTokens({}, 'maya.lindqvist');
    expect(client.controls.revoke({ clientId: client.app.clientId, listener: 'maya.lindqvist' })).toEqual({
      revoked: 1,
    });
    expect(await read(client.refresh(maya))).toEqual(revoked);
    expect((await client.refresh(jules)).status).toBe(200);
  });
});
