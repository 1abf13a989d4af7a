import { startEmulator, type RunningEmulator } from '../../emulator/node.ts';
import { RefrainError } from '../../errors/refrain-error.ts';
import type { CommandModule } from '../context/command.ts';
import { wrapFor, paint } from '../terminal/text.ts';
import { startOnFreePort } from './page/free-port.ts';
import { portFrom } from '../terminal/flags.ts';
import { untilSignal } from '../terminal/interrupts.ts';

interface Given {
  readonly port: number;
  readonly consent: 'ask' | 'agree' | 'cancel';
  readonly rotate?: boolean;
}

const consents = ['ask', 'agree', 'cancel'] as const;

/** Serves the emulator: standard output names it as environment variables, so that `eval` or a `.env` can take them. */
export const emulate: CommandModule<Given> = {
  examples: ['refrain emulate', 'refrain emulate --consent agree --rotate'],

  declare(command) {
    command
      .option('--port <N>', 'its port; a taken one gets the next that is free (8889)', portFrom, 8889)
      .addOption(
        command
          .createOption('--consent <WHAT>', 'ask, agree or cancel: what its consent page does (ask)')
          .choices(consents)
          .default('ask'),
      )
      .option('--rotate', 'give a new refresh token with each refresh, and spend the old one');
  },

  async run(context, { port, consent, rotate }) {
    const emulator = await startOnFreePort(port, (free) => startEmulator({ port: free })).catch((error: unknown) => {
      throw portRefused(error, port);
    });
    emulator.controls.set({ consent, ...(rotate ? { rotatesRefreshTokens: true } : {}) });
    const { bold } = paint(context.colour);
    const moved = port === 0 || new URL(emulator.url).port === String(port) ? '' : `Port ${port} is taken. `;
    return {
      data: { url: emulator.url, clientId: emulator.practiceClientId },
      text: variablesOf(emulator, context.stdoutIsTerminal && context.platform !== 'win32'),
      messages: wrapFor(context)(
        `${moved}A Spotify to practise on stands at ${bold(emulator.url)}. Its first page tells all that it can do.\n` +
          `Set these variables elsewhere, then: ${context.refrain('login')}. Ctrl-C ends it.\n`,
      ),
      runUntilEnd: async () => {
        await untilSignal(context.signal);
        await emulator.close();
      },
    };
  },
};

/** @param isCopied whether a person copies them into a shell, where what is not exported reaches no program */
function variablesOf({ url, practiceClientId }: RunningEmulator, isCopied: boolean): string {
  return [`SPOTIFY_ACCOUNTS_URL=${url}`, `SPOTIFY_API_URL=${url}`, `SPOTIFY_CLIENT_ID=${practiceClientId}`]
    .map((line) => `${isCopied ? 'export ' : ''}${line}\n`)
    .join('');
}

function portRefused(error: unknown, port: number): unknown {
  const { code } = error as { code?: string };
  return code === 'EACCES' ? new RefrainError('port_taken', { detail: `Port ${port} may not be used here.` }) : error;
}
