import { appText } from '../../text/app-text.ts';
import { dayAndMonth, longDate } from '../../text/locale.ts';
import { RepeatSign } from '../parts/notation.tsx';
import type { TokenLife } from './token-life.ts';

const text = appText.lifeBar;

/** Days from which the label *Today* is before its mark, because there is room for the date too. */
const lateDay = 91;

/** The 180 days as a multi-measure rest, with the last 30 days for renewing. `now` is epoch milliseconds. */
export function LifeBar({ life, now }: { life: TokenLife; now: number }) {
  const { day, daysLeft, months, renewFrom, start, end, phase } = life;
  const from = dayAndMonth(renewFrom);
  const isLate = day >= lateDay;
  return (
    <div
      class={isLate ? 'life late' : 'life'}
      style={{ '--d': day }}
      role="img"
      aria-label={text.label(longDate(start), longDate(end), day, daysLeft, from)}
    >
      <div class="staff">
        <RepeatSign />
        <RepeatSign end />
        <div class="long">
          <span class="at today">
            {text.today}
            {isLate && `, ${dayAndMonth(now)}`}
          </span>
          {phase === 'early' && (
            <span class="at renew" style={{ '--r': `${text.renew} ${text.from(from)}`.length }}>
              {text.renew}
              <span class="x"> {text.from(from)}</span>
            </span>
          )}
          <hr />
          <hr />
          <ol>
            {months.map((month) => (
              <li key={month.day} style={{ '--d': month.day }}>
                <span>{month.name}</span>
              </li>
            ))}
          </ol>
        </div>
      </div>
    </div>
  );
}
