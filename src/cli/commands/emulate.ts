import { startEmulator, type RunningEmulator } from '../../emulator/node.ts';
import type { CommandModule } from '../context/command.ts';
import { portFrom } from '../terminal/flags.ts';
import { untilSignal } from '../terminal/interrupts.ts';
import { paint, wrapFor } from '../terminal/text.ts';
import { startOnFreePort } from './page/free-port.ts';

interface EmulateOptions {
  readonly port: number;
  readonly consent: 'ask' | 'agree' | 'cancel';
  readonly rotate?: boolean;
}

const consents = ['ask', 'agree', 'cancel'] as const;

/** Runs the emulator. Standard output gets its addresses as environment variables, for `eval` or a `.env` file. */
export const emulate: CommandModule<EmulateOptions> = {
  examples: ['refrain emulate', 'refrain emulate --consent agree --rotate'],

  addFlags(command) {
    command
      .option('--port <N>', 'first port to try (default: 8889)', portFrom, 8889)
      .addOption(
        command
          .createOption('--consent <WHAT>', 'what the consent page does: ask, agree, cancel (default: ask)')
          .choices(consents)
          .default('ask'),
      )
      .option('--rotate', 'replace the refresh token at each refresh');
  },

  async run(context, { port, consent, rotate }) {
    const emulator = await startOnFreePort(port, (free) => startEmulator({ port: free }));
    emulator.controls.set({ consent, ...(rotate ? { rotatesRefreshTokens: true } : {}) });
    const { bold } = paint(context.colour);
    const isMoved = port !== 0 && new URL(emulator.url).port !== String(port);
    return {
      data: { url: emulator.url, clientId: emulator.practiceClientId },
      text: variableLines(emulator, context.stdoutIsTerminal && context.platform !== 'win32'),
      messages: wrapFor(context)(
        `${isMoved ? `Port ${port} is in use. ` : ''}The emulator runs at ${bold(emulator.url)}. Open it to see what it can do.\n` +
          `Set these variables in another terminal, then run ${context.refrain('login')}. Press Ctrl-C to stop.\n`,
      ),
      runServer: async () => {
        await untilSignal(context.signal);
        await emulator.close();
      },
    };
  },
};

/** @param isForShell whether the user copies the lines into a shell, which needs `export` */
function variableLines({ url, practiceClientId }: RunningEmulator, isForShell: boolean): string {
  return [`SPOTIFY_ACCOUNTS_URL=${url}`, `SPOTIFY_API_URL=${url}`, `SPOTIFY_CLIENT_ID=${practiceClientId}`]
    .map((line) => `${isForShell ? 'export ' : ''}${line}\n`)
    .join('');
}
