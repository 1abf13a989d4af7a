/** Behaviour of Spotify that differs between apps or over time, or is not known for certain. */
export interface Settings {
  /** Whether a refresh answers with a new refresh token and spends the old one. An app's own `rotates` comes first. */
  readonly rotatesRefreshTokens: boolean;
  /** The refusal of a refresh token past its six months. */
  readonly overdueRefreshTokenSays: 'revoked' | 'expired';
  /** How the two gates of development mode (allowlist, owner's Premium) answer: 403 in plain text, or as JSON. */
  readonly gatesAnswer: 'text' | 'json';
  /** Whether a 401 names its cause, or is the same for all. */
  readonly unauthorizedSays: 'cause' | 'one for all';
  /** Whether refresh answers name the scopes. */
  readonly refreshAnswersScope: boolean;
  /** What `/authorize` does after its checks: ask a person, or answer at once (for terminals and tests). */
  readonly consent: 'ask' | 'agree' | 'cancel';
}

/** Spotify as it is known today. */
export const defaultSettings: Settings = {
  rotatesRefreshTokens: false,
  overdueRefreshTokenSays: 'revoked',
  gatesAnswer: 'text',
  unauthorizedSays: 'cause',
  refreshAnswersScope: true,
  consent: 'ask',
};
