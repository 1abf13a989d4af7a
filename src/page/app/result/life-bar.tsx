import { dayAndMonth, longDate } from '../../../text/dates.ts';
import type { TokenLife } from './token-life.ts';
import { RepeatSign } from '../parts/notation.tsx';

/** A multi-measure rest of 180: nothing to do until its last thirty days. */
export function LifeBar({ life, now }: { life: TokenLife; now: number }) {
  const { day, daysLeft, months, renewFrom, start, end, phase } = life;
  const from = dayAndMonth(renewFrom);
  const words =
    `180 days from ${longDate(start)} to ${longDate(end)}. Today is day ${day}, ` +
    `and ${daysLeft} ${daysLeft === 1 ? 'day is' : 'days are'} left. The last 30 days, from ${from}, are for renewing.`;
  // Labels above the bar make way for each other as today moves on; the style sheet knows how wide the page is.
  const stage = `${day >= 45 ? ' later' : ''}${day >= 55 ? ' past-fifty' : ''}${day >= 120 ? ' past-all' : ''}`;
  return (
    <div class={`life${stage}`} role="img" aria-label={words}>
      <div class="staff">
        <RepeatSign />
        <RepeatSign end />
        <div class="long" style={{ '--d': day }}>
          <span class="at today">
            Today<span class="x">, {dayAndMonth(now)}</span>
          </span>
          <span class="at renew" style={{ '--d': 150 }}>
            {phase === 'renew' ? 'Renew now' : `Renew from ${from}`}
          </span>
          {day < 180 && <hr />}
          <ol>
            {months.map((month) => (
              <li key={month.day} style={{ '--d': month.day }}>
                <span>{month.name}</span>
              </li>
            ))}
          </ol>
        </div>
        <b class="count">
          {daysLeft} <span>{daysLeft === 1 ? 'day' : 'days'}</span>
        </b>
      </div>
    </div>
  );
}
