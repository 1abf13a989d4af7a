import type { ComponentChildren } from 'preact';
import { reminderCalendar } from '../../../text/calendar.ts';
import { isoDay } from '../../../text/dates.ts';
import { appText } from '../../text/app-text.ts';
import { clockTime, dayAndMonth, longDate } from '../../text/locale.ts';
import { lifetime } from '../parts/dates.ts';
import { download } from '../parts/download.ts';
import { Inline } from '../parts/inline.tsx';
import { howToRenew } from './how-to-renew.ts';
import { LifeBar } from './life-bar.tsx';
import { prefilledFormUrl } from './prefilled-form-url.ts';
import type { Result, ResultProps } from './result.ts';
import { tokenLife, type TokenLife } from './token-life.ts';

const text = appText.expires;

/** When the main token expires: the largest text on the page. */
export function Expires({ result, page }: ResultProps) {
  const { refreshToken } = result.tokens.value;
  return (
    <section class="expires" aria-labelledby="expires">
      <h2 id="expires">{text.heading}</h2>
      {refreshToken === undefined ? (
        <AccessTokenEnd result={result} page={page} />
      ) : (
        <RefreshTokenEnd result={result} page={page} />
      )}
    </section>
  );
}

const EndDate = ({ time, children }: { time: string; children: ComponentChildren }) => (
  <p class="date">
    <time dateTime={time}>{children}</time>
  </p>
);

function RefreshTokenEnd({ result, page }: ResultProps) {
  const { authorizedAt, refreshTokenExpiresAt } = result.tokens.value;
  if (authorizedAt === undefined || refreshTokenExpiresAt === undefined) {
    return (
      <>
        <p class="date">{text.unknown}</p>
        <p>{text.unknownText}</p>
      </>
    );
  }
  const life = tokenLife(authorizedAt, refreshTokenExpiresAt, page.now());
  return (
    <>
      <EndDate time={isoDay(life.end)}>{longDate(life.end)}</EndDate>
      <p>{renewText(life)}</p>
      {life.phase !== 'expired' && <LifeBar life={life} now={page.now()} />}
      {life.phase !== 'expired' && <Reminder result={result} page={page} />}
    </>
  );
}

function renewText({ phase, daysLeft, renewFrom }: TokenLife): string {
  if (phase === 'expired') return text.past;
  return phase === 'renew' ? text.renew(daysLeft) : text.daysLeft(daysLeft, dayAndMonth(renewFrom));
}

function Reminder({ result, page }: ResultProps) {
  const { authorizedAt, refreshTokenExpiresAt = 0 } = result.tokens.value;
  const file = reminderCalendar({
    ...howToRenew(prefilledFormUrl(result, page)),
    longDate,
    authorizedAt,
    refreshTokenExpiresAt,
    now: page.now(),
    isPractice: result.mode === 'practice',
    uidSeed: `${result.clientId}-${isoDay(refreshTokenExpiresAt)}`,
  });
  const days = [...file.matchAll(/^DTSTART;VALUE=DATE:(\d{4})(\d\d)(\d\d)/gm)].map(([, year, month, day]) =>
    new Date(Number(year), Number(month) - 1, Number(day)).getTime(),
  );
  return (
    <div class="row after">
      <button type="button" onClick={() => download(page, 'spotify-refresh-token.ics', 'text/calendar', file)}>
        {text.reminder}
      </button>
      <span class="hint">{text.reminderDays(days.map(dayAndMonth))}</span>
    </div>
  );
}

function AccessTokenEnd({ result, page }: ResultProps) {
  const { accessTokenExpiresAt, obtainedAt } = result.tokens.value;
  return (
    <>
      {accessTokenExpiresAt === undefined ? (
        <p class="date">{text.unknown}</p>
      ) : (
        <EndDate time={new Date(accessTokenExpiresAt).toISOString()}>{clockTime(accessTokenExpiresAt)}</EndDate>
      )}
      <p>
        {accessTokenExpiresAt === undefined
          ? text.accessUnknown
          : lifetimeText(accessTokenExpiresAt, obtainedAt, page.now())}{' '}
        <Inline text={refreshTokenText(result)} />
      </p>
    </>
  );
}

function lifetimeText(expiresAt: number, obtainedAt: number, now: number): string {
  const duration = lifetime(expiresAt - obtainedAt);
  const day = longDate(expiresAt);
  return isoDay(expiresAt) === isoDay(now) ? text.accessToday(day, duration) : text.accessOn(day, duration);
}

/** Why there is no refresh token. */
function refreshTokenText({ grant, mode }: Result): string {
  if (grant === 'client_credentials') return text.clientCredentials;
  if (grant === 'temporary') return mode === 'practice' ? text.temporaryPractice : text.temporary;
  return text.noRefreshToken;
}
