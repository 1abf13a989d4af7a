import { isoDay } from '../parts/dates.ts';

/**
 * A refresh token without what a paste brings along: the line breaks of a terminal, blanks seen and unseen, quotes, the
 * name before it in a `.env` file, and the other lines of that file or of Spotify's answer. A token has none of these.
 */
export function tidyToken(pasted: string): string {
  const named = /refresh_token["']?[ \t]*[:=][ \t]*(?:"([^"]*)"|'([^']*)'|(\S*))/i.exec(pasted);
  const token = named ? (named[1] ?? named[2] ?? named[3] ?? '') : pasted;
  return token.replace(/[\s\p{Cf}\p{Cc}"'`“”‘’]+/gu, '');
}

/**
 * The day of consent (`2026-11-24`, as a date field takes it) where the same paste holds it: the whole instant of
 * `SPOTIFY_AUTHORIZED_AT`, whose day is the reader's own, or a date alone. Empty where it does not.
 */
export function consentDayIn(pasted: string): string {
  const [, instant = '', day = ''] =
    /authorized_at["']?[ \t]*[:=][ \t]*["']?(([\d-]{10})[\w:.+-]*)/i.exec(pasted) ?? [];
  const time = Date.parse(instant);
  return Number.isNaN(time) ? '' : instant === day ? day : isoDay(time);
}
