import { refreshTokenLifeDays, warnDays } from '../../../grants/token-set.ts';
import { shortMonth } from '../../../text/dates.ts';
import { wholeDays } from '../parts/dates.ts';

/** A refresh token's life to scale: places on it are days since consent, 0 to 180. */
export interface TokenLife {
  readonly start: number;
  readonly end: number;
  /** Thirty days before the end, counted on the calendar: that day's midnight. */
  readonly renewFrom: number;
  /** Today's place; 180 when the end has passed. */
  readonly day: number;
  readonly daysLeft: number;
  /** The bars: each first of a month that falls inside, at midnight of the reader's time zone. */
  readonly months: readonly { readonly day: number; readonly name: string }[];
  readonly phase: 'young' | 'renew' | 'over';
}

/** Draws nothing: says where everything stands. All times epoch milliseconds. */
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
    phase: now >= end ? 'over' : day >= renewDay ? 'renew' : 'young',
  };
}
