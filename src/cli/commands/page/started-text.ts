import { paint } from '../../terminal/text.ts';

/** The addresses of a served page and its emulator. */
export interface PageAddresses {
  readonly pageUrl: string;
  readonly redirectUri: string;
  readonly emulatorUrl: string;
  /** The requested ports that were in use. */
  readonly portsInUse: { readonly page?: number; readonly emulator?: number };
}

/**
 * The message of `refrain page` when both servers run. Each address ends its line, so that it can be copied.
 * @param options `opens`: whether a browser is being opened; `colour`: whether the text may be styled
 */
export function startedText(
  { pageUrl, redirectUri, emulatorUrl, portsInUse }: PageAddresses,
  { opens, colour }: { readonly opens: boolean; readonly colour: boolean },
): string {
  const { bold, dim } = paint(colour);
  const notes = [
    ...(portsInUse.page === undefined ? [] : [`Port ${portsInUse.page} is in use, so the page uses another port.`]),
    ...(portsInUse.emulator === undefined
      ? []
      : [`Port ${portsInUse.emulator} is in use, so the emulator uses another port.`]),
  ];
  return [
    ...(notes.length > 0 ? [...notes, ''] : []),
    `${dim('Page:')}          ${bold(pageUrl)}`,
    `${dim('Emulator:')}      ${bold(emulatorUrl)}`,
    `${dim('Redirect URI:')}  ${bold(redirectUri)}`,
    '',
    opens
      ? 'The page opens in your browser. If it does not, open the first address.'
      : 'Open the first address in your browser.',
    'Add the redirect URI to your Spotify app, enter its client ID and press Connect Spotify.',
    'No app yet? Choose Practice on the page: it needs no account and no network.',
    'Press Ctrl-C to stop both.',
    '',
  ].join('\n');
}
