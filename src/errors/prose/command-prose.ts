import type { Explanation } from '../explanation.ts';
import type { commandErrors } from '../table/command-errors.ts';

export const commandProse: Readonly<Record<keyof typeof commandErrors, Explanation>> = {
  wrong_usage: {
    title: 'The command line is not valid',
    reason: 'A flag, a name or a value is unknown, or two of them cannot be used together.',
    cure: 'Run it with --help for usage.',
  },
  port_taken: {
    title: 'The port is in use',
    reason: 'Another program is listening there, perhaps a login that is still waiting.',
    cure: 'Use another port with --port N.',
  },
  port_not_permitted: {
    title: 'The port is not permitted',
    reason: 'Ports below 1024 need administrator rights, and some systems reserve others.',
    cure: 'Use --port N with a number above 1023.',
  },
  login_timed_out: {
    title: 'Timed out waiting for you to approve',
    reason: 'The browser was closed, or Spotify showed an error page.',
    cure: 'Try again. If Spotify showed an error, run refrain check.',
  },
  interrupted: {
    title: 'Cancelled',
    reason: 'You pressed Ctrl-C, or another program stopped it.',
    cure: 'Run it again when you are ready.',
  },
  value_not_kept: {
    title: 'This value is not saved with the token',
    reason: 'A client secret is saved only if the token needs it, and a date only if it is known.',
    cure: 'Leave it out. Run refrain env - to see all that is saved.',
  },
  program_missing: {
    title: 'A required program is missing or failed',
    reason: 'Refrain uses each service’s own program to copy the token there.',
    cure: 'Install it, sign in with it, or fix its error. Then try again.',
  },
};
