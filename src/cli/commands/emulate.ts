import { startEmulator } from '../../emulator/node.ts';
import type { CommandModule } from '../context/command.ts';
import { portFrom } from '../terminal/flags.ts';
import { untilSignal } from '../terminal/interrupts.ts';
import { chooseAssignment, formatAssignments } from '../terminal/assignments.ts';
import { paint, wrapFor } from '../terminal/text.ts';
import { startOnFreePort } from './page/free-port.ts';

interface EmulateOptions {
  readonly port: number;
  readonly consent: 'ask' | 'agree' | 'cancel';
  readonly rotate?: boolean;
}

const consents = ['ask', 'agree', 'cancel'] as const;

/** Runs the emulator. Standard output gets its addresses as environment variables, for a shell or a `.env` file. */
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
    const { url, practiceClientId } = emulator;
    const variables = { SPOTIFY_ACCOUNTS_URL: url, SPOTIFY_API_URL: url, SPOTIFY_CLIENT_ID: practiceClientId };
    // In a file or a pipe, the lines are those of a `.env` file.
    const assignment = context.stdoutIsTerminal ? chooseAssignment(context) : 'dotenv';
    return {
      data: { url, clientId: practiceClientId },
      text: formatAssignments(variables, assignment),
      messages: wrapFor(context)(
        `${isMoved ? `Port ${port} is in use. ` : ''}The emulator runs at ${bold(url)}. Open it to see what it can do.\n` +
          `Set these variables in another terminal, then run ${context.refrain('login')}. Press Ctrl-C to stop.\n` +
          (assignment === 'powershell'
            ? 'The lines are for PowerShell. In cmd, type `set NAME=value` for each.\n'
            : ''),
      ),
      runServer: async () => {
        await untilSignal(context.signal);
        await emulator.close();
      },
    };
  },
};
