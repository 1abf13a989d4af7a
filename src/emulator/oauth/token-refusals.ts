/** The token endpoint's refusals, word for word: `error` and, if Spotify sends one, the description. */
const refusals = {
  refreshTokenRevoked: ['invalid_grant', 'Refresh token revoked'],
  refreshTokenExpired: ['invalid_grant', 'Refresh token expired'],
  refreshTokenInvalid: ['invalid_grant', 'Invalid refresh token'],
  codeInvalid: ['invalid_grant', 'Invalid authorization code'],
  codeExpired: ['invalid_grant', 'Authorization code expired'],
  redirectUriInvalid: ['invalid_grant', 'Invalid redirect URI'],
  verifierIncorrect: ['invalid_grant', 'code_verifier was incorrect'],
  verifierInvalid: ['invalid_grant', 'code_verifier was invalid'],
  verifierRequired: ['invalid_request', 'code_verifier required'],
  codeMissing: ['invalid_request', 'code must be supplied'],
  redirectUriMissing: ['invalid_request', 'redirect_uri must be supplied'],
  refreshTokenMissing: ['invalid_request', 'refresh_token must be supplied'],
  boundToSecret: ['invalid_request', undefined],
  doubled: ['invalid_request', 'A parameter was supplied more than once'],
  clientMissing: ['invalid_client', undefined],
  clientUnknown: ['invalid_client', 'Invalid client'],
  secretWrong: ['invalid_client', 'Invalid client secret'],
  grantTypeMissing: ['unsupported_grant_type', 'grant_type parameter is missing'],
  grantTypeUnknown: [
    'unsupported_grant_type',
    'grant_type must be client_credentials, authorization_code or refresh_token',
  ],
} as const satisfies Record<string, readonly [error: string, description: string | undefined]>;

/** Thrown while a token request is judged; becomes HTTP 400 with Spotify's JSON. */
export class TokenRefusal extends Error {
  readonly body: { readonly error: string; readonly error_description?: string };

  constructor(name: keyof typeof refusals) {
    const [error, description] = refusals[name];
    super(description ?? error);
    this.body = description === undefined ? { error } : { error, error_description: description };
  }
}
