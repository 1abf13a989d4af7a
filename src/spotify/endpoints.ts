/**
 * Where Spotify lives: two origins, without a trailing slash.
 * Whoever builds or runs Refrain may name others (the emulator, a test's); a link never can.
 */
export interface Endpoints {
  /** Origin of the accounts service: `/authorize` and `/api/token` hang off it. */
  readonly accountsUrl: string;
  /** Origin of the Web API: `/v1/…` hangs off it. */
  readonly apiUrl: string;
}

/** Spotify itself. @see https://developer.spotify.com/documentation/web-api */
export const spotify: Endpoints = {
  accountsUrl: 'https://accounts.spotify.com',
  apiUrl: 'https://api.spotify.com',
};
