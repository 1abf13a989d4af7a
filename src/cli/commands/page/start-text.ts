import { styleText } from 'node:util';

/** What {@link startWords} tells of. */
export interface Started {
  readonly pageUrl: string;
  readonly emulatorUrl: string;
  /** Ports that were asked for and taken, by what they were asked for. */
  readonly taken: { readonly page?: number; readonly emulator?: number };
  /** Whether a browser is being opened. */
  readonly opens: boolean;
}

/**
 * What `npm start` prints once everything stands: both addresses, each whole at its line's end, and what to do.
 * @param styled whether colours may be used: on a terminal, and only where NO_COLOR isn't set
 */
export function startWords({ pageUrl, emulatorUrl, taken, opens }: Started, styled: boolean): string {
  const bold = (text: string) => (styled ? styleText('bold', text, { validateStream: false }) : text);
  const dim = (text: string) => (styled ? styleText('dim', text, { validateStream: false }) : text);
  const moved = [
    ...(taken.page === undefined ? [] : [`Port ${taken.page} is taken, so the page has another one.`]),
    ...(taken.emulator === undefined ? [] : [`Port ${taken.emulator} is taken, so the emulator has another one.`]),
  ];
  return [
    ...(moved.length > 0 ? [...moved, ''] : []),
    `${dim('The page:')}      ${bold(pageUrl)}`,
    `${dim('The emulator:')}  ${bold(emulatorUrl)}`,
    '',
    `${opens ? 'The page opens in your browser; if it does not, open' : 'In your browser, open'} the first address.`,
    'Enter the client ID of your Spotify app and press Connect Spotify.',
    'No app yet? Choose Practice on the page: no account and no network needed.',
    'Ctrl-C ends both.',
    '',
  ].join('\n');
}
