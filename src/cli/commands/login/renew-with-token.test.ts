import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandBench, type CommandBench } from '../../../../test/support/command/in-process.ts';
import { clientId, clientSecret } from '../../../../test/support/keeper/keeper-bench.ts';
import { notedRedirectUri } from '../../profile/redirect-uri-note.ts';

let bench: CommandBench;
beforeEach(() => {
  bench = commandBench();
});
afterEach(() => bench.close());

const noor = '31noorhaddadk5v2q7xw4m6c3z1b';
const newToken = async (grant?: 'authorization_code') => (await bench.consent(grant)).refreshToken ?? '';
const tokenOf = async (profile?: string) => (await bench.record(profile))?.token?.refreshToken;
const renewWith = (stdin: string, args: readonly string[] = [], env = {}) =>
  bench.run(['renew', '--with-token', ...args], { stdin, env });

/** Logs in as Maya, with her account and redirect URI in the profile. */
async function login(profile = 'default') {
  const { code } = await bench.run(['login', '--client-id', clientId, '--profile', profile]);
  expect(code).toBe(0);
  bench.opened.length = 0;
}

it('takes over a token into the profile, with its client ID, and needs no sign-in', async () => {
  await login('work');
  const before = await bench.record('work');
  const token = await newToken();
  const { code, stderr } = await renewWith(token, ['--profile', 'work', '--authorized-at', '2026-11-20']);
  expect([code, stderr]).toEqual([0, expect.stringContaining('Logged in as Maya Lindqvist (profile “work”).')]);
  const after = await bench.record('work');
  expect(after?.token).toMatchObject({ refreshToken: token, authorizedAt: Date.parse('2026-11-20') });
  expect(after).toMatchObject({ clientId, account: before?.account });
  expect(bench.opened).toEqual([]);
});

it('keeps the redirect URI of the profile for the next renewal', async () => {
  await bench.run(['login', '--client-id', clientId, '--redirect-uri', 'http://[::1]/cb']);
  expect((await renewWith(await newToken())).code).toBe(0);
  expect(notedRedirectUri({ notes: (await bench.record())?.notes ?? {} })).toBe('http://[::1]/cb');
});

it('tries a secret of the profile first, and goes on without it', async () => {
  const login = ['login', '--client-id', clientId, '--grant', 'authorization_code'];
  await bench.run(login, { env: { SPOTIFY_CLIENT_SECRET: clientSecret } });
  bench.refreshes.length = 0;
  const token = await newToken('authorization_code');
  expect((await renewWith(token)).code).toBe(0);
  expect(await tokenOf()).toBe(token);
  expect(await bench.record()).toMatchObject({ clientSecret });
  const pkce = await newToken();
  expect((await renewWith(pkce, [], { SPOTIFY_CLIENT_SECRET: 'f'.repeat(32) })).code).toBe(0);
  expect(await tokenOf()).toBe(pkce);
});

it('keeps the profile if Spotify refuses the token, and names renew', async () => {
  const { refreshToken } = await bench.login();
  const { code, stderr } = await renewWith('garbage');
  expect([code, stderr]).toEqual([3, expect.stringContaining('run `refrain renew`')]);
  expect(await tokenOf()).toBe(refreshToken);
});

it('takes the newest token of a record that knows it, and moves it', async () => {
  bench.controls.set({ rotatesRefreshTokens: true });
  await login();
  const { keeper, refreshToken } = await bench.login('work');
  await keeper.refreshNow();
  const { code, stderr } = await renewWith(refreshToken);
  expect([code, stderr]).toEqual([0, expect.stringContaining('Moved from profile “work”.')]);
  expect(await tokenOf('work')).toBeUndefined();
  expect(bench.refreshes.filter((sent) => sent.refreshToken === refreshToken)).toHaveLength(1);
});

it('refuses the token of another account, and loses none that Spotify has replaced', async () => {
  await login();
  const before = await tokenOf();
  bench.controls.set({ rotatesRefreshTokens: true });
  bench.controls.signIn({ listener: noor });
  const token = await newToken();
  const { code, stderr } = await renewWith(token);
  expect([code, stderr.replaceAll('\n', ' ')]).toEqual([
    1,
    expect.stringMatching(
      /belongs to another account: .*not Maya Lindqvist.*`login --with-token` with another --profile/,
    ),
  ]);
  expect(await tokenOf()).toBe(before);
  const apart = await bench.run(['login', '--with-token', '--client-id', clientId, '--profile', 'noor'], {
    stdin: token,
  });
  expect(apart.code).toBe(0);
  expect(await bench.record('noor')).toMatchObject({ account: { id: noor } });
  expect(new Set(bench.refreshes.map(({ refreshToken }) => refreshToken)).size).toBe(bench.refreshes.length);
});

it('saves nothing of a token of another account that it refuses', async () => {
  await login();
  bench.controls.signIn({ listener: noor });
  expect((await renewWith(await newToken())).code).toBe(1);
  expect((await bench.run(['status', '--json'])).data).toMatchObject({ profiles: [{ name: 'default' }] });
});

it('says that the text names another client ID, and uses that of the profile', async () => {
  await login();
  const token = await newToken();
  const { code, stderr } = await renewWith(`SPOTIFY_CLIENT_ID=${'a'.repeat(32)}\nSPOTIFY_REFRESH_TOKEN=${token}\n`);
  expect([code, stderr]).toEqual([0, expect.stringContaining('names another client ID')]);
  expect(await bench.record()).toMatchObject({ clientId, token: { refreshToken: token } });
});

it('reads the date of consent beside the token', async () => {
  await login();
  await renewWith(`SPOTIFY_REFRESH_TOKEN=${await newToken()}\nSPOTIFY_AUTHORIZED_AT=2026-11-10\n`);
  expect((await bench.record())?.token?.authorizedAt).toBe(Date.parse('2026-11-10'));
});

it.each([
  ['no token is saved', ['--with-token'], 3, 'refrain login --with-token'],
  ['a date without the flag', ['--authorized-at', '2026-11-20'], 2, 'needs --with-token'],
  ['scopes', ['--with-token', '--scope', 'user-top-read'], 2, 'its own scopes'],
  ['a secret on the same input', ['--with-token', '--client-secret-stdin'], 2, 'SPOTIFY_CLIENT_SECRET'],
])('sends nothing: %s', async (name, args, expected, text) => {
  if (name !== 'no token is saved') await bench.login();
  const { code, stderr } = await bench.run(['renew', ...args], { stdin: await newToken() });
  expect([code, stderr.replaceAll('\n', ' ')]).toEqual([expected, expect.stringContaining(text)]);
  expect(bench.refreshes).toEqual([]);
});

it('sends nothing if another app or an impossible date is named', async () => {
  await bench.login();
  const token = await newToken();
  expect((await renewWith(token, ['--client-id', 'f'.repeat(32)])).code).toBe(2);
  expect((await renewWith(token, ['--authorized-at', 'yesterday'])).code).toBe(2);
  expect(bench.refreshes).toEqual([]);
});
