import { quoteDotenv } from '../../../text/quote.ts';
import type { Endpoints } from '../../../spotify/endpoints.ts';
import { variablesOf } from '../../profile/variables.ts';

export const prints = ['env', 'json', 'token'] as const;

/** How tokens are printed on standard output, where that was asked for. */
export type Print = (typeof prints)[number];

/** What can be printed of a sign-in. */
export interface Printable {
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly refreshToken: string | undefined;
  readonly accessToken: string;
  /** Epoch milliseconds. */
  readonly accessTokenExpiresAt: number | undefined;
  readonly authorizedAt: number | undefined;
  readonly endpoints: Endpoints;
}

/** The tokens in one of the three forms, with its last line break. */
export function printed(as: Print, facts: Printable): string {
  const { refreshToken, accessToken } = facts;
  if (as === 'token') return `${refreshToken ?? accessToken}\n`;
  return as === 'json' ? `${JSON.stringify(tokensOf(facts))}\n` : envLines(facts);
}

/** The tokens as JSON holds them: asked for by name, never shown besides. */
export function tokensOf({ refreshToken, accessToken, accessTokenExpiresAt }: Printable): object {
  return { refreshToken: refreshToken ?? null, accessToken, accessTokenExpiresAt: accessTokenExpiresAt ?? null };
}

function envLines({ accessToken, ...facts }: Printable): string {
  const { refreshToken = '' } = facts;
  const values = {
    ...variablesOf({ ...facts, refreshToken }, facts.endpoints),
    // Within the hour it is worth nothing: it is written only where there is no other.
    SPOTIFY_ACCESS_TOKEN: refreshToken ? undefined : accessToken,
  };
  return Object.entries(values)
    .flatMap(([name, value]) => {
      const quoted = value && quoteDotenv(value);
      return quoted ? [`${name}=${quoted}\n`] : [];
    })
    .join('');
}
