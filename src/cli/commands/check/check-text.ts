import { type Paint, wrap } from '../../terminal/text.ts';
import type { Check, CheckName, Verdict } from './check-result.ts';

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

/** Columns of the title with the spaces after it, and of the verdict before it too. */
const titleWidth = 15;
const headWidth = 13 + titleWidth;

/** The fewest columns in which a long message is readable beside its title. */
const minMessageWidth = 40;

/**
 * Lays out the checks: on a screen each cure has its own line, and long lines are wrapped. On a narrow screen, what does
 * not fit beside the title goes below it. Without a screen each check is one line, easy to search.
 * @param columns of the screen, if there is one
 */
export function formatChecks(
  checks: readonly Check[],
  { bold, dim, accent }: Paint,
  columns: number | undefined,
): string {
  return groupEqual(checks)
    .map(({ names, verdict, message, cure = '' }) => {
      const colour = { ok: (text: string) => text, wrong: accent, unknown: dim, not_checked: dim }[verdict];
      const title = titleOf(names, checks);
      const head = `${colour(verdicts[verdict].padEnd(11))}  ${bold(title)}`;
      const gap = ' '.repeat(Math.max(2, titleWidth - title.length));
      if (columns === undefined) return `${head}${gap}${[message, cure].filter(Boolean).join(' ')}\n`;
      const messageWidth = columns - headWidth;
      const isNarrow = messageWidth < minMessageWidth;
      const indent = isNarrow ? 2 : headWidth;
      const wrapText = (text: string) => (text === '' ? [] : wrap(text, columns - indent).split('\n'));
      const lines = [...wrapText(message), ...wrapText(cure).map(bold)];
      const [beside, below] =
        isNarrow && message.length > messageWidth ? ['', lines] : [lines[0] ?? '', lines.slice(1)];
      return [beside ? head + gap + beside : head, ...below.map((line) => ' '.repeat(indent) + line)]
        .join('\n')
        .concat('\n');
    })
    .join('');
}

interface Group extends Omit<Check, 'name'> {
  readonly names: readonly CheckName[];
}

/** Joins neighbours that say the same. */
function groupEqual(checks: readonly Check[]): readonly Group[] {
  const groups: Group[] = [];
  for (const { name, ...check } of checks) {
    const last = groups.at(-1);
    if (last && last.verdict === check.verdict && last.message === check.message && last.cure === check.cure) {
      groups[groups.length - 1] = { ...last, names: [...last.names, name] };
    } else groups.push({ ...check, names: [name] });
  }
  return groups;
}

/** The title of a check, or of several. */
function titleOf(names: readonly CheckName[], checks: readonly Check[]): string {
  const first = names[0];
  if (first !== undefined && names.length === 1) return titles[first];
  const isRest = names.length > 2 && names.at(-1) === checks.at(-1)?.name;
  return isRest ? 'The rest' : names.map((name) => titles[name]).join(', ');
}
