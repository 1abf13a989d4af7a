/** The refresh token, client secret and client ID, to copy them elsewhere. Printed or as JSON, the secrets are redacted. */
export class KeptSecrets {
  readonly clientId: string;
  /** When the user approved it, epoch milliseconds. Undefined if it is not known. */
  readonly authorizedAt: number | undefined;
  readonly #refreshToken: string;
  readonly #clientSecret: string | undefined;

  constructor(fields: {
    readonly clientId: string;
    readonly authorizedAt: number | undefined;
    readonly refreshToken: string;
    readonly clientSecret: string | undefined;
  }) {
    this.clientId = fields.clientId;
    this.authorizedAt = fields.authorizedAt;
    this.#refreshToken = fields.refreshToken;
    this.#clientSecret = fields.clientSecret;
  }

  get refreshToken(): string {
    return this.#refreshToken;
  }

  /** Undefined if the token needs only the client ID for a refresh. */
  get clientSecret(): string | undefined {
    return this.#clientSecret;
  }

  /** All fields, with `[redacted]` in place of each secret. */
  toJSON(): object {
    return { ...this, refreshToken: '[redacted]', clientSecret: this.#clientSecret && '[redacted]' };
  }

  toString(): string {
    return `KeptSecrets ${JSON.stringify(this)}`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}
