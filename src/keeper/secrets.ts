/** What a kept token is made of, for whoever hands it on. It shows nothing when printed; read the fields by name. */
export class KeptSecrets {
  readonly clientId: string;
  /** When consent was given, epoch milliseconds; undefined where that is not known. */
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

  /** Undefined where the token is refreshed with the client ID alone. */
  get clientSecret(): string | undefined {
    return this.#clientSecret;
  }

  /** The facts, with `[redacted]` in place of each secret. */
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
