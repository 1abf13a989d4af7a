import type { Explanation } from '../explanation.ts';
import type { commandErrors } from '../table/command-errors.ts';

export const commandProse: Readonly<Record<keyof typeof commandErrors, Explanation>> = {
  client_id_missing: {
    title: 'The client ID is missing',
    reason: 'None was entered, or the address was cut at its first “&” by the program that opened it.',
    cure: 'Copy the client ID from your app’s Settings, under Basic Information.',
  },
  endpoint_refused: {
    title: 'The address for Spotify is not valid',
    reason: 'It must be an origin without a path: https://, or http:// on loopback (127.0.0.1).',
    cure: 'Correct the address, or remove it to use Spotify.',
  },
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
  unexpected: {
    title: 'Something unexpected went wrong',
    reason: 'This is a bug in Refrain, or a fault of this machine.',
    cure: 'Try again. If it comes back, report it with the line above, which contains no secret.',
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
