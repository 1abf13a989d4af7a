import { buildAuthorizationUrl, checkCallback, createAuthorizationRequest, exchangeCode, spotify } from 'refrain';
import { practiceApp } from 'refrain/emulator';

/** Gives consent at the emulator. Returns the variables that `refrain env` would write. */
export async function getToken({ fetch, controls }) {
  controls.set({ consent: 'agree' });
  const { clientId } = practiceApp;
  const request = createAuthorizationRequest({
    grant: 'authorization_code_pkce',
    clientId,
    redirectUri: 'http://127.0.0.1:8888/callback',
    scopes: ['user-read-recently-played', 'user-read-currently-playing', 'user-top-read'],
  });
  const consent = await fetch(await buildAuthorizationUrl(request, spotify), { redirect: 'manual' });
  const callback = checkCallback(new URL(consent.headers.get('location')).searchParams, request, spotify);
  const { refreshToken } = await exchangeCode({ request, callback, endpoints: spotify, fetch, now: Date.now });
  return {
    SPOTIFY_CLIENT_ID: clientId,
    SPOTIFY_REFRESH_TOKEN: refreshToken,
    SPOTIFY_AUTHORIZED_AT: new Date().toISOString(),
  };
}
