import { InvalidArgumentError } from 'commander';
import { createHandler } from '../../../handler/create-handler.ts';
import type { CommandModule } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { declareUnsavedFlag, type UnsavedFlag } from '../../profile/records/unsaved.ts';
import { portFrom } from '../../terminal/flags.ts';
import { untilSignal } from '../../terminal/interrupts.ts';
import { wrapFor } from '../../terminal/text.ts';
import { chooseSource } from './choose-source.ts';
import { isLoopbackAddress } from './guard.ts';
import { createIndexRoutes } from './index/index-routes.ts';
import { listen } from './listen.ts';
import { startPractice } from './practice-run.ts';
import { resolveHost } from './resolve-host.ts';
import { createServeHandler } from './serve-handler.ts';
import { readSharedFiles } from './shared-files.ts';
import { createTokenListening, imageOriginOf } from './token-listening.ts';

interface ServeOptions extends UnsavedFlag {
  readonly port: number;
  readonly host: string;
  readonly base: string;
  readonly open: boolean;
  readonly practice?: boolean;
}

/** Serves the lists of the listening history: the handler of `refrain/handler` on Node, with an index page. */
export const serve: CommandModule<ServeOptions> = {
  examples: ['refrain serve', 'refrain serve --practice', 'refrain serve --host 0.0.0.0 --base /listening --no-open'],

  addFlags(command) {
    command
      .option('--port <N>', 'port to listen on, 0 for any free one (default: 8787)', portFrom, 8787)
      .option('--host <ADDRESS>', 'address to listen on (default: 127.0.0.1)', hostFrom, '127.0.0.1')
      .option('--base <PATH>', 'path before every route, such as /listening', baseFrom, '')
      .option('--practice', 'serve invented lists, without an account')
      .option('--no-open', 'do not open the browser');
    declareUnsavedFlag(command);
  },

  async run(context, { port, host: typed, base, open, practice = false, unsaved }) {
    const host = await resolveHost(typed);
    const isLoopback = isLoopbackAddress(host);
    const opened = await chooseSource(context, { practice, isLoopback, unsaved });
    const listening = opened && createTokenListening(opened, context, { hasPlayer: true });
    const real = listening && { listening, handler: createHandler({ listening }) };
    let handle: (request: Request) => Promise<Response> = async () => new Response(null, { status: 503 });
    const server = await listen((request) => handle(request), { host, port, clock: context.clock });
    // Practice needs the address, because artwork is served there.
    let run = real ? undefined : startPractice(server.origin);
    const lists = () => real?.handler ?? run?.handler ?? (() => new Response(null, { status: 503 }));
    const index = createIndexRoutes({
      lists,
      base,
      files: readSharedFiles(context.packageFolder),
      practice: run && (() => (run ??= startPractice(server.origin))),
      restartPractice: () => (run = startPractice(server.origin)),
      loginCommand: context.refrain('login'),
      now: () => context.clock.now(),
      imageOrigin: imageOriginOf(context.endpoints),
    });
    handle = createServeHandler({
      lists,
      artwork: (request, path) =>
        run && path.startsWith('/artwork/') ? run.source.fetchImage(`${server.origin}${path}`) : undefined,
      index,
      base,
      isLoopback,
      elapsed: () => performance.now(),
      now: () => context.clock.now(),
      log: (line) => context.stderr.write(line),
    });
    const url = `${server.origin}${base}/`;
    if (open && !context.environment.ci && isLoopback) {
      await context.openBrowser(url, () => context.stderr.write(`The browser could not be opened. Open ${url}\n`));
    }
    return {
      data: { url, practice: run !== undefined },
      text: context.stdoutIsTerminal && context.stderrIsTerminal ? undefined : `${url}\n`,
      messages: wrapFor(context)(startedText({ url, isPractice: run !== undefined }, context)),
      runServer: async () => {
        const watching = opened?.keeper.watch(context.signal);
        await untilSignal(context.signal);
        await server.close();
        await (real?.listening ?? run?.listening)?.pending();
        await watching;
      },
    };
  },
};

function startedText(
  { url, isPractice }: { readonly url: string; readonly isPractice: boolean },
  { refrain }: CommandContext,
): string {
  return [
    `Your lists are at ${url}`,
    ...(isPractice ? [`This is practice: the music is invented. For yours, run \`${refrain('login')}\`.`] : []),
    'Press Ctrl-C to stop.',
    '',
  ].join('\n');
}

/**
 * An address or a name as `URL` spells it, without brackets: `127.1` is 127.0.0.1, and `LOCALHOST` is localhost. An IPv4
 * address in the form of IPv6 (`::ffff:127.0.0.1`) is that address.
 */
function hostFrom(text: string): string {
  const bare = text.trim().replace(/^\[(.*)\]$/, '$1');
  const host = bare.replace(/^::ffff:(?=[\d.]+$)/i, '');
  const url = `http://${host.includes(':') ? `[${host}]` : host}/`;
  if (/^[^/?#@\\]+$/.test(host) && URL.canParse(url)) return new URL(url).hostname.replace(/^\[|\]$/g, '');
  throw new InvalidArgumentError('It must be an address or a name of this machine, such as 0.0.0.0 or localhost.');
}

/** A path without a final slash; empty for `/`. Browsers resolve the parts `.` and `..`, so a base cannot have them. */
function baseFrom(text: string): string {
  const path = text.replace(/\/+$/, '');
  if (path === '' || /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)+$/.test(path)) return path;
  throw new InvalidArgumentError(
    'It must be a path such as /listening or /my/lists, of letters, digits, and . _ ~ -. Parts such as .. are not possible.',
  );
}
