import { appText } from '../../text/app-text.ts';
import { tokenLifeOf } from '../expires/token-life.ts';
import { clockTime, longDate } from '../../text/locale.ts';
import type { ViewText } from '../view.ts';
import type { Result } from './result.ts';

const text = appText.result;

/** The headline of a result, and its document title. `now` is epoch milliseconds. */
export function resultText({ origin, tokens, replaced }: Result, now: number): ViewText {
  const { refreshToken, accessTokenExpiresAt } = tokens.value;
  if (refreshToken === undefined) {
    const title = accessTokenExpiresAt === undefined ? text.yourToken : text.untilTime(clockTime(accessTokenExpiresAt));
    return { heading: text.accessToken, title };
  }
  if (replaced.value) return { heading: text.replaced, title: text.replacedTitle };
  const life = tokenLifeOf(tokens.value, now);
  if (life?.phase === 'expired') return { heading: text.renew, title: text.expired };
  if (life?.phase === 'renew') return { heading: text.renew, title: text.daysLeft(life.daysLeft) };
  const title = life ? text.until(longDate(life.end)) : text.worksTitle;
  return { heading: origin === 'checked' ? text.checked : text.refreshToken, title };
}
