import type { Explanation } from '../explanation.ts';
import type { commandErrors } from '../table/command-errors.ts';

export const commandProse: Readonly<Record<keyof typeof commandErrors, Explanation>> = {
  wrong_usage: {
    title: 'The command line is not valid',
    reason: 'A flag, a name or a value is unknown, or two of them do not go together.',
    cure: 'Run it with --help for usage.',
  },
  port_taken: {
    title: 'The port is in use',
    reason: 'Another program is listening there, perhaps a login that is still waiting.',
    cure: 'Use --port N, or leave it out.',
  },
  login_timed_out: {
    title: 'Timed out waiting for you to approve',
    reason: 'The browser was closed, or Spotify showed an error page.',
    cure: 'Try again. If Spotify showed an error, run refrain check.',
  },
  interrupted: {
    title: 'Cancelled',
    reason: 'You pressed Ctrl-C, or the process was asked to end.',
    cure: 'Run it again when you like.',
  },
  value_not_kept: {
    title: 'This value is not saved with the token',
    reason: 'A token without a client secret needs none, and a date is saved only if it is known.',
    cure: 'Leave it out. Run refrain env - to see all that is saved.',
  },
  program_missing: {
    title: 'A program that this needs is missing or failed',
    reason: 'Refrain uses the programs of other services to talk to them.',
    cure: 'Install it, sign in to it, or fix its error. Then try again.',
  },
};
