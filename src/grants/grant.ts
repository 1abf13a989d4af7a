/**
 * The ways to get a token: the values of `grant=` in links, of `--grant`, and of the radio buttons on the page.
 * `authorization_code` uses PKCE and the client secret. `temporary` uses PKCE and drops the refresh token at once.
 */
export const grants = ['authorization_code_pkce', 'authorization_code', 'temporary', 'client_credentials'] as const;

/** One of `grants`. */
export type Grant = (typeof grants)[number];

/** The grants that send the user to Spotify for consent. */
export type ConsentGrant = Exclude<Grant, 'client_credentials'>;
