import { readFile, stat, writeFile } from 'node:fs/promises';
import { isRefrainError, RefrainError } from '../../../errors/refrain-error.ts';
import { describeCode, getErrorCode, shortenPath } from '../../../keeper/stores/file/file-system.ts';
import { spotify } from '../../../spotify/endpoints.ts';
import { reminderCalendar, type ReminderCalendarOptions } from '../../../text/calendar.ts';
import { isoDay } from '../../../text/dates.ts';
import { createCommandText } from '../../context/command-text.ts';
import type { CommandContext } from '../../context/context.ts';
import { usageError } from '../../context/usage-error.ts';
import type { ProfileEntry } from '../../profile/profile-entry.ts';

/**
 * Writes a calendar file that reminds of each token before it expires. It holds no secret. An older calendar file is
 * replaced, and any other file is left as it is.
 * @returns what was written, for standard error
 * @throws RefrainError `value_not_kept` if no token has a known expiry ahead; `wrong_usage` if it is not a calendar file;
 * `store_failed`
 */
export async function writeReminders(
  path: string,
  entries: readonly ProfileEntry[],
  context: CommandContext,
): Promise<string> {
  if (path === '') throw usageError('--ics needs the name of a file.');
  const tokens = entries.flatMap((entry) => reminderOf(entry, context) ?? []);
  if (tokens.length === 0) {
    throw new RefrainError('value_not_kept', {
      detail: 'There is nothing to remind of: no saved token has a known expiry ahead.',
      cure: `Run \`${context.refrain('status')}\` to see why.`,
    });
  }
  try {
    await writeCalendar(path, reminderCalendar(...tokens));
  } catch (error) {
    if (isRefrainError(error)) throw error;
    throw new RefrainError('store_failed', {
      detail: `${shortenPath(path)} cannot be written: ${describeCode(error)}.`,
      cure: 'Make room there, change its permissions, or use another file.',
    });
  }
  return `Reminders are in ${path}. Import it into your calendar; importing it again replaces them.\n`;
}

function reminderOf(entry: ProfileEntry, context: CommandContext): ReminderCalendarOptions | undefined {
  const { refreshTokenExpiresAt, authorizedAt, clientId, name } = entry;
  const { clock, endpoints, childEnvironment, packageFolder } = context;
  const now = clock.now();
  if (refreshTokenExpiresAt === null || refreshTokenExpiresAt <= now) return undefined;
  const renew = createCommandText({ profile: name ?? undefined, childEnvironment, packageFolder })('renew');
  return {
    text: reminderText(renew),
    authorizedAt: authorizedAt ?? undefined,
    refreshTokenExpiresAt,
    now,
    isPractice: endpoints.accountsUrl !== spotify.accountsUrl,
    // As on the page, so that its reminders and these replace each other.
    uidSeed: `${clientId}-${isoDay(refreshTokenExpiresAt)}`,
  };
}

const reminderText = (renew: string): ReminderCalendarOptions['text'] => ({
  summary: (end) => `Renew the Spotify refresh token, which expires on ${end}`,
  summaryPractice: (end) => `Practice: Renew the Spotify refresh token, which expires on ${end}`,
  expires: (end) =>
    `The refresh token expires on ${end}, six months after you approved it. Refreshing does not extend it.`,
  approved: (day) => `You approved it on ${day}.`,
  signInAgain: `For six more months, run: ${renew}`,
});

async function writeCalendar(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    // Windows refuses to open a folder (EISDIR).
    if (!['EEXIST', 'EISDIR'].includes(getErrorCode(error) ?? '')) throw error;
    // To read a pipe or a device may never end.
    if (!(await stat(path)).isFile()) throw usageError(`${path} is not a regular file.`);
    if (!(await readFile(path, 'latin1')).startsWith('BEGIN:VCALENDAR')) {
      throw usageError(`${path} exists and is not a calendar file.`);
    }
    await writeFile(path, text);
  }
}
