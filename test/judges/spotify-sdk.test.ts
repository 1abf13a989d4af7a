import { InMemoryCachingStrategy, SpotifyApi } from '@spotify/web-api-ts-sdk';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEmulator, practiceApp, type Emulator } from '../../src/emulator/index.ts';

const redirectUri = 'http://127.0.0.1:8888/';
const scopes = ['user-read-recently-played', 'user-read-currently-playing', 'user-top-read'];
const noon = Date.parse('2026-11-24T12:00:00Z');

let emulator: Emulator;
/** The address of the browser that the SDK sees. */
let address: URL;
/** The addresses that the SDK redirected the browser to. */
let redirects: string[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
  emulator = createEmulator();
  address = new URL(redirectUri);
  redirects = [];
  const history = { replaceState: (_state: unknown, _title: string, url: string) => void (address = new URL(url)) };
  vi.stubGlobal('window', {
    crypto,
    history,
    get location() {
      return address;
    },
  });
  vi.stubGlobal('document', { title: '' });
  vi.stubGlobal('fetch', emulator.fetch);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function config() {
  return {
    cachingStrategy: new InMemoryCachingStrategy(),
    fetch: emulator.fetch,
    redirectionStrategy: {
      redirect: async (url: URL | string) => void redirects.push(String(url)),
      onReturnFromRedirect: async () => {},
    },
  };
}

/** Signs in through the consent page of the emulator, with Spotify’s own SDK. */
async function signIn(listener = 'maya.lindqvist', askedScopes: string[] = scopes): Promise<SpotifyApi> {
  const sdk = SpotifyApi.withUserAuthorization(practiceApp.clientId, redirectUri, askedScopes, config());
  expect((await sdk.authenticate()).authenticated).toBe(false);
  await vi.waitUntil(() => redirects.length > 0);
  address = await agree(redirects[0] ?? '', listener);
  expect((await sdk.authenticate()).authenticated).toBe(true);
  return sdk;
}

/** Agrees on the consent page. Returns the address of the callback. */
async function agree(url: string, listener: string): Promise<URL> {
  const page = await (await emulator.fetch(url)).text();
  const formToken = /name="form_token" value="(\w+)"/.exec(page)?.[1] ?? '';
  const body = new URLSearchParams({ form_token: formToken, listener, decision: 'agree' });
  const answer = await emulator.fetch(url, { method: 'POST', body });
  return new URL(answer.headers.get('location') ?? '');
}

describe('@spotify/web-api-ts-sdk with the emulator', () => {
  it('gets tokens with PKCE, and removes the code from the address', async () => {
    const sdk = await signIn();
    const token = await sdk.getAccessToken();
    expect(token).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: expect.stringMatching(/^AQ/),
    });
    expect(address.href).toBe(redirectUri);
  });

  it('reads the profile', async () => {
    const profile = await (await signIn('31noorhaddadk5v2q7xw4m6c3z1b')).currentUser.profile();
    expect(profile).toMatchObject({ display_name: 'نور الحداد', type: 'user' });
    expect(profile.external_urls.spotify).toMatch(/^https:\/\/open\.spotify\.com\/user\//);
  });

  it('reads the last plays, and pages back through them', async () => {
    const { player } = await signIn();
    const first = await player.getRecentlyPlayedTracks(30);
    expect(first.items).toHaveLength(30);
    const second = await player.getRecentlyPlayedTracks(30, {
      type: 'before',
      timestamp: Number(first.cursors.before),
    });
    expect(second.items).toHaveLength(20);
    const times = [...first.items, ...second.items].map(({ played_at }) => played_at);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(first.items[0]?.track.artists[0]?.name).toEqual(expect.any(String));
    expect(first.items[0]?.track.album.images[0]?.url).toMatch(
      /^https:\/\/api\.spotify\.com\/artwork\/\w{22}\/640\.png$/,
    );
  });

  it('reads what is playing: a track, an episode or nothing', async () => {
    const { player } = await signIn();
    expect((await player.getCurrentlyPlayingTrack()).item).toMatchObject({ type: 'track' });
    emulator.controls.setNowPlaying('maya.lindqvist', { state: 'episode' });
    expect((await player.getCurrentlyPlayingTrack()).item).toBeNull();
    expect((await player.getCurrentlyPlayingTrack(undefined, 'episode')).item).toMatchObject({ type: 'episode' });
    emulator.controls.setNowPlaying('maya.lindqvist', { state: 'idle' });
    expect(await player.getCurrentlyPlayingTrack()).toBeNull();
  });

  it('reads the top tracks and artists, and a single item of each', async () => {
    const sdk = await signIn();
    const tracks = await sdk.currentUser.topItems('tracks', 'short_term', 5, 2);
    expect([tracks.items.length, tracks.limit, tracks.offset]).toEqual([5, 5, 2]);
    const artists = await sdk.currentUser.topItems('artists');
    const [track, artist] = [tracks.items[0], artists.items[0]];
    expect(await sdk.tracks.get(track?.id ?? '')).toEqual(track);
    expect((await sdk.artists.get(artist?.id ?? '')).name).toBe(artist?.name);
  });

  it('refreshes with only the client ID when the access token is about to expire', async () => {
    const sdk = await signIn();
    const before = await sdk.getAccessToken();
    vi.setSystemTime(noon + 3_550_000);
    expect((await sdk.currentUser.profile()).id).toBe('maya.lindqvist');
    const after = await sdk.getAccessToken();
    expect(after?.access_token).not.toBe(before?.access_token);
    // The answer has no refresh token, and the SDK then forgets the one it had. Refrain exists to avoid that.
    expect(after?.refresh_token).toBeUndefined();
  });

  it('uses a rotated refresh token', async () => {
    emulator.controls.set({ rotatesRefreshTokens: true });
    const sdk = await signIn();
    const before = await sdk.getAccessToken();
    vi.setSystemTime(noon + 3_550_000);
    await sdk.currentUser.profile();
    vi.setSystemTime(noon + 7_100_000);
    await sdk.currentUser.profile();
    const after = await sdk.getAccessToken();
    expect(after?.refresh_token).toMatch(/^AQ/);
    expect(after?.refresh_token).not.toBe(before?.refresh_token);
  });

  it('gets a token with client credentials for the catalogue, but not for a profile', async () => {
    const [track] = (await (await signIn()).currentUser.topItems('tracks', 'long_term', 1)).items;
    const sdk = SpotifyApi.withClientCredentials(practiceApp.clientId, practiceApp.clientSecret, [], config());
    expect((await sdk.tracks.get(track?.id ?? '')).name).toBe(track?.name);
    await expect(sdk.currentUser.profile()).rejects.toThrow('Bad or expired token');
  });

  it('throws its own error for each refusal', async () => {
    const sdk = await signIn('maya.lindqvist', ['user-top-read']);
    await expect(sdk.player.getRecentlyPlayedTracks()).rejects.toThrow('Insufficient client scope');
    await expect(sdk.player.getCurrentlyPlayingTrack()).rejects.toThrow('Bad or expired token');
    emulator.controls.answerNext('rate_limited');
    await expect(sdk.currentUser.profile()).rejects.toThrow('exceeded its rate limits');
    emulator.controls.changeApp(practiceApp.clientId, { allowlist: [] });
    await expect(sdk.currentUser.profile()).rejects.toThrow('The user is not registered for this application');
    emulator.controls.changeApp(practiceApp.clientId, { ownerPremium: false });
    await expect(sdk.currentUser.profile()).rejects.toThrow('Active premium subscription required');
  });
});
