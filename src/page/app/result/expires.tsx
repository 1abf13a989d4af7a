import type { ComponentChildren } from 'preact';
import { reminderCalendar } from '../../use/calendar.ts';
import { clockTime, dayAndMonth, isoDay, longDate } from '../../../text/dates.ts';
import { lifetime } from '../parts/dates.ts';
import { download } from '../parts/download.ts';
import { tokenLife } from './token-life.ts';
import { AccountAppsLink } from '../parts/links.tsx';
import { prefilledFormUrl } from './prefilled-form-url.ts';
import { LifeBar } from './life-bar.tsx';
import type { ResultProps } from './result.ts';

/** The end of what was got: the largest thing that this page sets. */
export function Expires({ result, page }: ResultProps) {
  const { refreshToken } = result.tokens.value;
  return (
    <section class="expires" aria-labelledby="expires">
      <h2 id="expires">Expires</h2>
      {refreshToken === undefined ? (
        <EndOfAccess result={result} page={page} />
      ) : (
        <EndOfRefresh result={result} page={page} />
      )}
    </section>
  );
}

const EndDate = ({ time, children }: { time: string; children: ComponentChildren }) => (
  <p class="date">
    <time dateTime={time}>{children}</time>
  </p>
);

function EndOfRefresh({ result, page }: ResultProps) {
  const { authorizedAt, refreshTokenExpiresAt } = result.tokens.value;
  if (authorizedAt === undefined || refreshTokenExpiresAt === undefined) {
    return (
      <>
        <p class="date">Unknown</p>
        <p>
          Six months after consent, and no answer of Spotify’s carries that day. Check the token once more with the day
          of consent, or sign in again: then the count begins anew.
        </p>
      </>
    );
  }
  const life = tokenLife(authorizedAt, refreshTokenExpiresAt, page.now());
  return (
    <>
      <EndDate time={isoDay(life.end)}>{longDate(life.end)}</EndDate>
      <p>
        {life.phase === 'over'
          ? 'That day is past, and Spotify still takes the token. It may end at any moment: sign in again for a new one.'
          : 'Six months from your consent, and refreshing does not move it. Come back in the last thirty days, sign in again, and the count begins anew.'}
      </p>
      {life.phase !== 'over' && <LifeBar life={life} now={page.now()} />}
      {life.phase !== 'over' && <Reminder result={result} page={page} />}
    </>
  );
}

function Reminder({ result, page }: ResultProps) {
  const { authorizedAt, refreshTokenExpiresAt = 0 } = result.tokens.value;
  const file = reminderCalendar({
    authorizedAt,
    refreshTokenExpiresAt,
    formUrl: prefilledFormUrl(result, page),
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
        Download a reminder
      </button>
      <span class="hint">
        A calendar file (.ics) for{' '}
        {days.map((day, index) => (index < days.length - 1 ? `${dayAndMonth(day)} and ` : longDate(day)))}, with a link
        back to this page.
      </span>
    </div>
  );
}

function EndOfAccess({ result, page }: ResultProps) {
  const { accessTokenExpiresAt, obtainedAt } = result.tokens.value;
  return (
    <>
      {accessTokenExpiresAt === undefined ? (
        <p class="date">Unknown</p>
      ) : (
        <EndDate time={new Date(accessTokenExpiresAt).toISOString()}>{clockTime(accessTokenExpiresAt)}</EndDate>
      )}
      <p>
        {accessTokenExpiresAt === undefined
          ? 'Spotify’s answer gave no lifetime that can be believed; commonly it is an hour. '
          : `${dayOf(accessTokenExpiresAt, page.now())}: this access token lives for ${lifetime(accessTokenExpiresAt - obtainedAt)}, and nothing prolongs it. `}
        {result.grant === 'client_credentials' ? (
          'There is no refresh token with this grant, and none is needed: ask again whenever you like.'
        ) : result.grant === 'temporary' ? (
          <>
            The refresh token that came with it was dropped. At Spotify it lives on until you remove the app
            {result.mode === 'spotify' && (
              <>
                {' '}
                at <AccountAppsLink />
              </>
            )}
            .
          </>
        ) : (
          'No refresh token came with it: connect again for one.'
        )}
      </p>
    </>
  );
}

const dayOf = (time: number, now: number) => `${isoDay(time) === isoDay(now) ? 'Today,' : 'On'} ${longDate(time)}`;
