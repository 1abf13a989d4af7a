import { envText } from '../../../text/env-text.ts';
import { toJsonText } from '../../../text/json.ts';
import type { Endpoints } from '../../../spotify/endpoints.ts';
import { toVariables } from '../../profile/variables.ts';

export const printFormats = ['env', 'json', 'token'] as const;

/** How `--print` prints tokens on standard output. */
export type PrintFormat = (typeof printFormats)[number];

/** The tokens of a sign-in, and the other values of a `.env` file. */
export interface PrintableTokens {
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly refreshToken: string | undefined;
  readonly accessToken: string;
  /** Epoch milliseconds. */
  readonly accessTokenExpiresAt: number | undefined;
  /** Epoch milliseconds. */
  readonly authorizedAt: number | undefined;
  readonly endpoints: Endpoints;
}

/** The tokens as text, with a line break at the end. */
export function formatTokens(format: PrintFormat, tokens: PrintableTokens): string {
  switch (format) {
    case 'token':
      return `${tokens.refreshToken ?? tokens.accessToken}\n`;
    case 'json':
      return `${toJsonText(toTokenDocument(tokens))}\n`;
    case 'env':
      return formatEnv(tokens);
  }
}

/** The tokens as `--print json` shows them. */
export function toTokenDocument({ refreshToken, accessToken, accessTokenExpiresAt }: PrintableTokens): object {
  return { refreshToken: refreshToken ?? null, accessToken, accessTokenExpiresAt: accessTokenExpiresAt ?? null };
}

function formatEnv({ accessToken, ...tokens }: PrintableTokens): string {
  const { refreshToken = '' } = tokens;
  const values = {
    ...toVariables({ ...tokens, refreshToken }, tokens.endpoints),
    // It expires within an hour, so it is printed only if there is no refresh token.
    SPOTIFY_ACCESS_TOKEN: refreshToken ? undefined : accessToken,
  };
  return envText(Object.entries(values));
}
