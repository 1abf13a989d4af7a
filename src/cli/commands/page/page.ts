import type { CommandModule } from '../../context/command.ts';
import { portFrom } from '../../terminal/flags.ts';
import { untilSignal } from '../../terminal/interrupts.ts';
import { wrapFor } from '../../terminal/text.ts';
import { servePage } from './serve-page.ts';
import { startedText } from './started-text.ts';

interface PageOptions {
  readonly port: number;
  readonly emulatorPort: number;
  readonly open: boolean;
}

/** Serves the page together with an emulator. `npm start` builds and then runs this command. */
export const page: CommandModule<PageOptions> = {
  examples: ['refrain page', 'refrain page --no-open --port 0'],

  addFlags(command) {
    command
      .option('--port <N>', 'first port to try for the page (default: 8888)', portFrom, 8888)
      .option('--emulator-port <N>', 'first port to try for the emulator (default: 8889)', portFrom, 8889)
      .option('--no-open', 'do not open the browser');
  },

  async run(context, { port, emulatorPort, open }) {
    const folder = new URL('dist/page/', context.packageFolder);
    const { addresses, close } = await servePage({
      folder,
      port,
      emulatorPort,
      tell: (text) => context.stderr.write(wrapFor(context)(text)),
    });
    const { pageUrl, redirectUri, emulatorUrl } = addresses;
    const opens = open && !context.environment.ci;
    const onFailed = () => context.stderr.write('The browser could not be opened. Open the first address yourself.\n');
    if (opens) await context.openBrowser(pageUrl, onFailed);
    return {
      data: { url: pageUrl, redirectUri, emulatorUrl },
      // On a terminal the message shows the address already.
      text: context.stdoutIsTerminal && context.stderrIsTerminal ? undefined : `${pageUrl}\n`,
      messages: wrapFor(context)(startedText(addresses, { opens, colour: context.colour })),
      runServer: async () => {
        await untilSignal(context.signal);
        await close();
      },
    };
  },
};
