import { parseArgs } from 'node:util';

/** What `npm start` was asked for. */
export interface StartOptions {
  /** The page's port, 0 for any that is free. @default 8888 */
  readonly port: number;
  /** The emulator's port, 0 for any that is free. @default 8889 */
  readonly emulatorPort: number;
  /** Whether the browser is opened. @default true */
  readonly open: boolean;
}

/** What the words after `npm start --` came to: options, a wish for help, or wrong usage with words that say so. */
export type ReadStartOptions =
  | { readonly kind: 'options'; readonly options: StartOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly why: string };

export const startHelp = `Serves the page and, beside it, the emulator to practise on, both on this machine alone.

Usage: npm start -- [flags]

  --port N           port of the page (8888); a taken one gets the next that is free
  --emulator-port N  port of the emulator (8889)
  --no-open          does not open the browser
  --help             shows this

Ctrl-C ends both.
`;

/** Reads the flags of `npm start`, strictly: what is not known is refused, never ignored. */
export function readStartOptions(args: readonly string[]): ReadStartOptions {
  let values: { port?: string; 'emulator-port'?: string; 'no-open'?: boolean; help?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        'emulator-port': { type: 'string' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    return { kind: 'wrong', why: inOurWords(error) };
  }
  if (values.help) return { kind: 'help' };
  const port = portFrom(values.port, 8888);
  const emulatorPort = portFrom(values['emulator-port'], 8889);
  if (port === undefined) return wrongPort('--port', values.port);
  if (emulatorPort === undefined) return wrongPort('--emulator-port', values['emulator-port']);
  return { kind: 'options', options: { port, emulatorPort, open: !values['no-open'] } };
}

function portFrom(text: string | undefined, usual: number): number | undefined {
  if (text === undefined) return usual;
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
}

function wrongPort(flag: string, text: string | undefined): ReadStartOptions {
  return { kind: 'wrong', why: `${flag} takes a number from 0 to 65535, not \u201c${text}\u201d.` };
}

function inOurWords(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  const named = /'([^' ]+)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no flag ${named}.`;
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL')
    return `\u201c${named}\u201d is not a flag, and only flags are known.`;
  return message;
}
