import { dayAndMonth, longDate } from '../../text/locale.ts';
import type { TokenLife } from './token-life.ts';
import { appText } from '../../text/app-text.ts';
import { RepeatSign } from '../parts/notation.tsx';

const text = appText.lifeBar;

/** The 180 days as a multi-measure rest, with the last 30 days for renewing. */
export function LifeBar({ life, now }: { life: TokenLife; now: number }) {
  const { day, daysLeft, months, renewFrom, start, end, phase } = life;
  const from = dayAndMonth(renewFrom);
  const label = text.label(longDate(start), longDate(end), day, daysLeft, from);
  // Classes that move the labels apart as today approaches them. The style sheet knows how wide the page is.
  const stage = `${day >= 45 ? ' later' : ''}${day >= 55 ? ' past-fifty' : ''}${day >= 120 ? ' past-all' : ''}`;
  return (
    <div class={`life${stage}`} role="img" aria-label={label}>
      <div class="staff">
        <RepeatSign />
        <RepeatSign end />
        <div class="long" style={{ '--d': day }}>
          <span class="at today">
            {text.today}
            <span class="x">{text.todayDate(dayAndMonth(now))}</span>
          </span>
          <span class="at renew" style={{ '--d': 150 }}>
            {phase === 'renew' ? text.renewNow : text.renewFrom(from)}
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
          {daysLeft} <span>{text.days(daysLeft)}</span>
        </b>
      </div>
    </div>
  );
}
