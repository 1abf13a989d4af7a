import { reminderCalendar } from '../../../text/calendar.ts';
import { isoDay } from '../../../text/dates.ts';
import { appText } from '../../text/app-text.ts';
import { dayAndMonth, longDate } from '../../text/locale.ts';
import { download } from '../parts/download.ts';
import { prefilledFormUrl } from '../result/prefilled-form-url.ts';
import type { ResultProps } from '../result/result.ts';
import { howToRenew } from './how-to-renew.ts';

const text = appText.expires;

/** The button that downloads a calendar file, and with `days` the days that are in it. */
export function Reminder({ result, page, days = false }: ResultProps & { days?: boolean }) {
  const { authorizedAt, refreshTokenExpiresAt = 0 } = result.tokens.value;
  const file = reminderCalendar({
    ...howToRenew(prefilledFormUrl(result, page)),
    authorizedAt,
    refreshTokenExpiresAt,
    now: page.now(),
    isPractice: result.mode === 'practice',
    uidSeed: `${result.clientId}-${isoDay(refreshTokenExpiresAt)}`,
    longDate,
  });
  const events = [...file.matchAll(/^DTSTART;VALUE=DATE:(\d{4})(\d\d)(\d\d)/gm)].map(([, year, month, day]) =>
    new Date(Number(year), Number(month) - 1, Number(day)).getTime(),
  );
  return (
    <>
      <button type="button" onClick={() => download(page, 'spotify-refresh-token.ics', 'text/calendar', file)}>
        {text.reminder}
      </button>
      {days && <span class="hint">{text.reminderDays(events.map(dayAndMonth))}</span>}
    </>
  );
}
