/** Where Spotify differs from app to app, from month to month, or is not known: each world can be asked for. */
export interface Settings {
  /** Whether a refresh answers with a new refresh token and spends the old one. An app's own `rotates` comes first. */
  readonly rotatesRefreshTokens: boolean;
  /** What a refresh token past its six months is told. */
  readonly overdueRefreshTokenSays: 'revoked' | 'expired';
  /** How the two gates of development mode (allowlist, owner's Premium) answer: 403 in plain text, or as JSON. */
  readonly gatesAnswer: 'text' | 'json';
  /** Whether 401 tells its causes apart, or says one thing for all. */
  readonly unauthorizedSays: 'cause' | 'one for all';
  /** Whether refresh answers name the scopes. */
  readonly refreshAnswersScope: boolean;
  /** What happens at `/authorize` once all checks passed: ask a person, or answer at once (for terminals and tests). */
  readonly consent: 'ask' | 'agree' | 'cancel';
}

/** Spotify as it is today, by what is known. */
export const defaultSettings: Settings = {
  rotatesRefreshTokens: false,
  overdueRefreshTokenSays: 'revoked',
  gatesAnswer: 'text',
  unauthorizedSays: 'cause',
  refreshAnswersScope: true,
  consent: 'ask',
};
