/** What a wrong value looks like, judged by its form. */
export type LookAlike =
  | 'placeholder'
  | 'address'
  | 'access_token'
  | 'refresh_token'
  | 'client_secret'
  | 'client_id_or_secret';

/** Texts that examples, templates and unset variables leave in place of a value. */
const placeholder =
  /^(undefined|null|none|nan|\W*(your|my)[ _-].*|x{3,}|change[_-]?me|todo|(spotify_)?(client|refresh|access)[ _-]?(id|secret|token)|[$%{].*)$/i;

/**
 * Says what a wrong client ID or refresh token looks like.
 * @param value as `readClientId` or `readRefreshToken` returns it
 * @param wanted what the value should be
 * @returns undefined if it may be right: Spotify documents no format
 */
export function findLookAlike(value: string, wanted: 'client_id' | 'refresh_token'): LookAlike | undefined {
  if (placeholder.test(value)) return 'placeholder';
  if (/client[ _-]?secret/i.test(value)) return 'client_secret';
  if (/:\/\/|(^|[?&])(code|error|state)=/.test(value)) return 'address';
  if (/^BQ[\w-]{60,}$/.test(value)) return 'access_token';
  if (/^AQ[\w-]{60,}$/.test(value)) return wanted === 'refresh_token' ? undefined : 'refresh_token';
  return wanted === 'refresh_token' && /^(client[ _-]?id\W*)?[\da-f]{32}$/i.test(value)
    ? 'client_id_or_secret'
    : undefined;
}
