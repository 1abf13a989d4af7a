import { wrap, type Paint } from '../../terminal/text.ts';
import type { Check, CheckName, Verdict } from './check.ts';

const titles: Record<CheckName, string> = {
  node: 'Node',
  network: 'Network',
  clock: 'Clock',
  redirect_uri: 'Redirect URI',
  client_id: 'Client ID',
  client_secret: 'Client secret',
  refresh_token: 'Refresh token',
  scopes: 'Scopes',
  premium: 'Premium',
  user_list: 'User list',
};

const verdicts: Record<Verdict, string> = { ok: 'ok', wrong: 'wrong', unknown: 'unknown', not_checked: 'not checked' };

const width = 11 + 2 + 13 + 2;

/**
 * A line for each check. On a screen its cure stands below it, and long ones are broken at its edge; elsewhere all of it
 * is one line, for whoever searches it.
 * @param columns of the screen; undefined: none
 */
export function checkLines(
  checks: readonly Check[],
  { bold, dim, accent }: Paint,
  columns: number | undefined,
): string {
  return checks
    .map(({ name, verdict, message, cure }) => {
      const mark = { ok: (text: string) => text, wrong: accent, unknown: dim, not_checked: dim }[verdict];
      const head = `${mark(verdicts[verdict].padEnd(11))}  ${bold(titles[name].padEnd(13))}  `;
      if (columns === undefined) return `${head}${[message, cure].filter(Boolean).join(' ')}\n`;
      const room = Math.max(30, columns - width);
      const lines = [...folded(message, room), ...(cure === undefined ? [] : folded(cure, room).map(bold))];
      return lines.map((line, index) => `${index === 0 ? head : ' '.repeat(width)}${line}\n`).join('');
    })
    .join('');
}

const folded = (text: string, columns: number): readonly string[] => wrap(text, columns).split('\n');
