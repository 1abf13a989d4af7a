import { getErrorFacts, type ErrorCode } from '../../errors/error-table.ts';
import { explain } from '../../errors/explain.ts';
import type { RefrainError } from '../../errors/refrain-error.ts';
import type { CommandText } from '../context/command-text.ts';
import { timeText } from './dates.ts';

/** The context of an error that its cure depends on. */
export interface CureContext {
  readonly refrain: CommandText;
  /** The command that was typed. */
  readonly command?: string | undefined;
  /** Epoch milliseconds; undefined: the cure names no time. */
  readonly now?: number | undefined;
}

interface Typed {
  /** A command as it is typed, in backticks. */
  readonly run: (command: string) => string;
  /** The command that asks for consent again. */
  readonly signIn: 'login' | 'renew';
  readonly command: string | undefined;
  /** The way out for commands that have `--unsaved`, or nothing. */
  readonly unsaved: string;
  /** ` after 14:37`, or nothing if the time is not known. */
  readonly after: string;
}

type Cure = (typed: Typed) => string;

/** Commands that can use a token although nothing can be saved. */
const unsavedCommands: readonly string[] = ['token', 'api', 'check', 'serve', 'snapshot'];

const signInAgain: Cure = ({ run, signIn }) => `Run ${run(signIn)} to try again.`;

/** Cures for a terminal. The table's are meant for the page, or name no command. */
const cures: Partial<Record<ErrorCode, Cure>> = {
  not_logged_in: ({ run }) => `Run ${run('login')}, or set SPOTIFY_CLIENT_ID and SPOTIFY_REFRESH_TOKEN.`,
  access_token_expired: ({ run }) => `Run ${run('check')} to find out why, or ${run('renew')}.`,
  refresh_token_expired: ({ run }) => `Run ${run('renew')}.`,
  refresh_token_suspect: ({ run, after }) => `Run ${run('token')}${after} to try again, or ${run('renew')} now.`,
  refresh_token_refused: ({ run, signIn }) =>
    `Check that it is complete and for this client ID. If so, run ${run(signIn)} to get a new one.`,
  refresh_token_in_doubt: ({ run }) =>
    `Run ${run('renew')}: it tries the token once, and asks you to sign in if it was used.`,
  invalid_client: ({ run }) =>
    `Check the client ID, and the client secret if there is one, in your app’s Settings. Then run ${run('check')}.`,
  client_secret_wrong: ({ run, signIn }) =>
    `In your app’s Settings, press View client secret and copy all of it. Then run ${run(signIn)}.`,
  access_denied: ({ run, signIn }) =>
    signIn === 'renew'
      ? `The saved token is unchanged. Run ${run(signIn)} to try again.`
      : `Run ${run(signIn)} to try again, with fewer scopes if you like.`,
  authorization_refused: signInAgain,
  authorization_code_expired: signInAgain,
  authorization_code_invalid: signInAgain,
  code_verifier_wrong: signInAgain,
  redirect_uri_changed: signInAgain,
  callback_malformed: signInAgain,
  issuer_mismatch: signInAgain,
  state_missing: () => 'Paste the whole address that Spotify sent your browser to during this login.',
  state_mismatch: () => 'Use the address of this login, not of an earlier one.',
  refresh_token_missing: signInAgain,
  accounts_url_mismatch: ({ run }) =>
    `Set SPOTIFY_ACCOUNTS_URL as it was, use another profile (--profile NAME), or remove this one: ${run('logout')}.`,
  store_failed: ({ unsaved }) =>
    `Make room there or change its permissions, or set REFRAIN_HOME to another folder${unsaved}.`,
  store_unsafe: ({ unsaved }) =>
    `Make it private (folder mode 700, files 600), or set REFRAIN_HOME to a folder of your own${unsaved}.`,
  timed_out: () => 'Try again.',
  spotify_unavailable: ({ after }) => `Try again${after || ' in a minute'}.`,
  network: () => 'Check the connection, and for a proxy or firewall. Then try again.',
  login_timed_out: ({ run }) =>
    `Try again; --timeout gives more time. If Spotify showed an error page, run ${run('check')}.`,
  record_corrupt: ({ run }) => `Repair that file and put it back, or run ${run('login')}.`,
  wrong_usage: ({ run, command }) => `Run ${run(command ? `${command} --help` : '--help')} for usage.`,
  value_not_kept: ({ run }) => `Leave it out. ${run('env -')} shows all that is saved.`,
};

/** Whether Spotify accepts no requests for a while. */
export function isPause({ code }: RefrainError): boolean {
  return getErrorFacts(code).outcome === 'sent_unused';
}

/** What to do next, for someone at a terminal. What the error itself says of this case comes first. */
export function getCure(error: RefrainError, { refrain, command, now }: CureContext): string {
  if (error.cure !== undefined) return error.cure;
  const { retryAt } = error;
  if (retryAt !== undefined && isPause(error)) return 'Wait until then. Trying sooner does not help.';
  const cure = cures[error.code];
  if (cure) {
    return cure({
      run: (typed) => `\`${refrain(typed)}\``,
      signIn: command === 'renew' ? 'renew' : 'login',
      command,
      unsaved: unsavedCommands.includes(command ?? '') ? ', or use --unsaved: a replaced token is then lost' : '',
      after: retryAt !== undefined && now !== undefined ? ` after ${timeText(retryAt, now)}` : '',
    });
  }
  const { cure: general } = explain(error);
  return retryAt !== undefined && now !== undefined ? `${general} Not before ${timeText(retryAt, now)}.` : general;
}
