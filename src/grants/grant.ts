/**
 * How a token is got; the values of `grant=` in links, of `--grant` and of the page's radios.
 * `authorization_code` uses PKCE besides the secret; `temporary` is PKCE with the refresh token dropped at once.
 */
export const grants = ['authorization_code_pkce', 'authorization_code', 'temporary', 'client_credentials'] as const;

/** One of `grants`. */
export type Grant = (typeof grants)[number];

/** The grants that send somebody to Spotify for consent. */
export type ConsentGrant = Exclude<Grant, 'client_credentials'>;
