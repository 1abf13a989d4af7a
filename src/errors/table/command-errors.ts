import type { ErrorFacts } from '../error-facts.ts';

/** Errors of the command, and of settings that make every request impossible. */
export const commandErrors = {
  wrong_usage: {
    message: 'The command line is not valid. Run it with --help for usage.',
    fixedBy: 'caller',
    outcome: 'not_sent',
  },
  port_taken: {
    message: 'The port is in use. Use another one.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  port_not_permitted: {
    message: 'The port is not permitted. Use one above 1023.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  login_timed_out: {
    message: 'Timed out waiting for you to approve in the browser. Nothing was changed. Try again.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  interrupted: {
    message: 'Cancelled before it finished. Run it again when you are ready.',
    fixedBy: 'person',
    outcome: 'maybe_used',
  },
  value_not_kept: {
    message: 'This value is not saved with the token. Leave it out.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
  program_missing: {
    message: 'A required program is not installed, or it failed. Install it or fix its error, then try again.',
    fixedBy: 'person',
    outcome: 'not_sent',
  },
} as const satisfies Record<string, ErrorFacts>;
