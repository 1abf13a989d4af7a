/**
 * Where requests go: two origins, without a trailing slash. A program may use others than Spotify's (the emulator, a
 * test server). No link or URL parameter can change them.
 */
export interface Endpoints {
  /** Origin of the accounts service, which serves `/authorize` and `/api/token`. */
  readonly accountsUrl: string;
  /** Origin of the Web API, which serves `/v1/…`. */
  readonly apiUrl: string;
}

/** Spotify's own endpoints. @see https://developer.spotify.com/documentation/web-api/concepts/api-calls */
export const spotify: Endpoints = {
  accountsUrl: 'https://accounts.spotify.com',
  apiUrl: 'https://api.spotify.com',
};
