import { warnDays, type TokenSet } from '../../../grants/token-set.ts';
import { refreshTokenLifeDays } from '../../../text/values/consent-date.ts';
import { shortMonth } from '../../text/locale.ts';
import { wholeDays } from '../parts/dates.ts';

/** The life of a refresh token, to scale. Places on it are days since consent, 0 to 180. */
export interface TokenLife {
  readonly start: number;
  readonly end: number;
  /** Midnight of the day 30 calendar days before the end. */
  readonly renewFrom: number;
  /** The place of today; 180 after the end. */
  readonly day: number;
  readonly daysLeft: number;
  /** The first day of each month inside, at midnight in the user's time zone. */
  readonly months: readonly { readonly day: number; readonly name: string }[];
  /** `renew`: the last 30 days. */
  readonly phase: 'early' | 'renew' | 'expired';
}

/** Computes the life of a refresh token. All times are epoch milliseconds. */
export function tokenLife(authorizedAt: number, end: number, now: number): TokenLife {
  const placeOf = (time: number) =>
    Math.round(((time - authorizedAt) / (end - authorizedAt)) * refreshTokenLifeDays * 10) / 10;
  const day = Math.min(refreshTokenLifeDays, Math.max(0, wholeDays(authorizedAt, now)));
  const renewDay = refreshTokenLifeDays - warnDays;
  const months: { day: number; name: string }[] = [];
  const first = new Date(authorizedAt);
  const last = new Date(end);
  for (let ahead = 1; ; ahead++) {
    const time = new Date(first.getFullYear(), first.getMonth() + ahead, 1).getTime();
    if (time >= end) break;
    months.push({ day: placeOf(time), name: shortMonth(time) });
  }
  return {
    start: authorizedAt,
    end,
    renewFrom: new Date(last.getFullYear(), last.getMonth(), last.getDate() - warnDays).getTime(),
    day,
    daysLeft: refreshTokenLifeDays - day,
    months,
    phase: now >= end ? 'expired' : day >= renewDay ? 'renew' : 'early',
  };
}

/** The life of the refresh token of a set; undefined if it has none, or if the day of consent is not known. */
export function tokenLifeOf(tokens: TokenSet, now: number): TokenLife | undefined {
  const { authorizedAt, refreshTokenExpiresAt: end } = tokens;
  return authorizedAt === undefined || end === undefined ? undefined : tokenLife(authorizedAt, end, now);
}
