import { RefrainError } from '../../../errors/refrain-error.ts';
import type { CommandModule } from '../../context/command.ts';
import { wrapFor } from '../../terminal/text.ts';
import { portFrom } from '../../terminal/flags.ts';
import { servePage } from './serve-page.ts';
import { startWords } from './start-text.ts';
import { untilSignal } from '../../terminal/interrupts.ts';

interface Given {
  readonly port: number;
  readonly emulatorPort: number;
  readonly open: boolean;
}

/** Serves the page as `npm start` does, with the emulator beside it. */
export const page: CommandModule<Given> = {
  examples: ['refrain page', 'refrain page --no-open --port 0'],

  declare(command) {
    command
      .option('--port <N>', 'its port; a taken one gets the next that is free (8888)', portFrom, 8888)
      .option('--emulator-port <N>', 'the port of the Spotify to practise on (8889)', portFrom, 8889)
      .option('--no-open', 'do not open the browser');
  },

  async run(context, { port, emulatorPort, open }) {
    const folder = new URL('dist/page/', context.packageFolder);
    const { started, close } = await servePage({ folder, port, emulatorPort }).catch((error: unknown) => {
      throw asOurs(error);
    });
    const opens = open && !context.environment.ci;
    const onFailed = () => context.stderr.write('No browser could be opened here. Open the first address yourself.\n');
    if (opens) await context.openBrowser(started.pageUrl, onFailed);
    return {
      data: { url: started.pageUrl, emulatorUrl: started.emulatorUrl },
      text: `${started.pageUrl}\n`,
      messages: wrapFor(context)(startWords({ ...started, opens }, context.colour)),
      runUntilEnd: async () => {
        await untilSignal(context.signal);
        await close();
      },
    };
  },
};

function asOurs(error: unknown): unknown {
  const { code, message, port } = error as { code?: string; message?: string; port?: number };
  if (code === 'EACCES') return new RefrainError('port_taken', { detail: `Port ${port ?? ''} may not be used here.` });
  if (message?.startsWith('The page is not built')) return new RefrainError('unexpected', { detail: message });
  return error;
}
