import { useLayoutEffect, useRef } from 'preact/hooks';
import { isoDay } from '../../../text/dates.ts';
import { appText } from '../../text/app-text.ts';
import { clockTime, dayAndMonth, longDate } from '../../text/locale.ts';
import { lifetime } from '../parts/dates.ts';
import { Inline } from '../parts/inline.tsx';
import { setConsentDate, type Result, type ResultProps } from '../result/result.ts';
import { EndDate } from './end-date.tsx';
import { LifeBar } from './life-bar.tsx';
import { Remember } from './remember.tsx';
import { Reminder } from './reminder.tsx';
import { renewToken } from './renew-token.ts';
import { tokenLifeOf, type TokenLife } from './token-life.ts';
import { UnknownDate } from './unknown-date.tsx';

const text = appText.expires;

/** When the refresh token expires, with a button from day 150 that renews it; without one, when the access token expires. */
export function Expires({ result, page }: ResultProps) {
  const tokens = result.tokens.value;
  if (tokens.refreshToken === undefined) return <AccessTokenEnd result={result} page={page} />;
  const life = tokenLifeOf(tokens, page.now());
  if (!life) return <UnknownDate result={result} page={page} />;
  return <RefreshTokenEnd result={result} page={page} life={life} />;
}

function RefreshTokenEnd({ result, page, life }: ResultProps & { life: TokenLife }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isEarly = life.phase === 'early';
  const enterAnotherDay = () => {
    setConsentDate(result, undefined);
    page.window.document.getElementById('approved-day')?.focus();
  };
  // If the user has just entered the day, the field with the focus is gone.
  useLayoutEffect(() => {
    if (result.enteredDay.value) heading.current?.focus();
  }, []);
  return (
    <section class="expires" aria-labelledby="expires">
      <div class="ends">
        <h2 id="expires" tabIndex={-1} ref={heading}>
          {text.heading}
        </h2>
        <EndDate time={isoDay(life.end)} text={longDate(life.end)} />
        <p>
          <Inline text={refreshTokenLife(life)} />
        </p>
        {result.enteredDay.value && (
          <button type="button" class="link" onClick={enterAnotherDay}>
            {text.otherDay}
          </button>
        )}
        {!isEarly && <RenewRow result={result} page={page} life={life} />}
      </div>
      {life.phase !== 'expired' && (
        <div class="life-row">
          <LifeBar life={life} now={page.now()} />
          {isEarly && (
            <div class="row keep">
              <Reminder result={result} page={page} days />
              <Remember result={result} page={page} />
            </div>
          )}
        </div>
      )}
    </section>
  );
}

function refreshTokenLife({ phase, daysLeft, renewFrom }: TokenLife): string {
  if (phase === 'expired') return text.past;
  return phase === 'renew'
    ? text.renewNow(daysLeft)
    : text.daysLeft(daysLeft, dayAndMonth(renewFrom).replaceAll(' ', '\u00A0'));
}

/** The button is filled, as the next thing to do, unless a replaced token must be saved first. */
function RenewRow({ result, page, life }: ResultProps & { life: TokenLife }) {
  const mustSave = result.replaced.value && !result.copied.value;
  return (
    <div class="row">
      <button type="button" class={mustSave ? 'big' : 'go big'} onClick={() => void renewToken(result, page)}>
        {text.renew}
      </button>
      {life.phase === 'renew' && <Reminder result={result} page={page} />}
    </div>
  );
}

function AccessTokenEnd({ result, page }: ResultProps) {
  const { accessTokenExpiresAt, obtainedAt } = result.tokens.value;
  return (
    <section class="ends" aria-labelledby="expires">
      <h2 id="expires">{text.heading}</h2>
      {accessTokenExpiresAt !== undefined && (
        <EndDate time={new Date(accessTokenExpiresAt).toISOString()} text={clockTime(accessTokenExpiresAt)} />
      )}
      <p>
        {accessTokenExpiresAt === undefined
          ? text.accessUnknown
          : accessTokenLife(accessTokenExpiresAt, obtainedAt, page.now())}{' '}
        <Inline text={noRefreshTokenReason(result)} />
      </p>
    </section>
  );
}

function accessTokenLife(expiresAt: number, obtainedAt: number, now: number): string {
  const duration = lifetime(expiresAt - obtainedAt);
  const day = longDate(expiresAt);
  return isoDay(expiresAt) === isoDay(now) ? text.accessToday(day, duration) : text.accessOn(day, duration);
}

/** Why there is no refresh token. */
function noRefreshTokenReason({ grant, mode }: Result): string {
  if (grant === 'client_credentials') return text.clientCredentials;
  if (grant === 'temporary') return mode === 'practice' ? text.temporaryPractice : text.temporary;
  return text.noRefreshToken;
}
