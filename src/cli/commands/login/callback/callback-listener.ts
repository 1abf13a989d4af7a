import type { CommandContext } from '../../../context/context.ts';
import { wrapFor } from '../../../terminal/text.ts';
import { sentRedirectUri, type CallbackRoute } from './callback-route.ts';
import { startCallbackServer, type CallbackServer } from './callback-server.ts';

/** A started sign-in: its redirect URI, and the server that waits for the callback. */
interface CallbackListener {
  readonly route: CallbackRoute;
  /** The redirect URI to send. */
  readonly redirectUri: string;
  /** Undefined if the callback can only be pasted. */
  readonly server: CallbackServer | undefined;
}

/**
 * Prepares a sign-in, once: proves that its token can be saved, then listens for the callback. Call it before the first
 * question, so that the answers are not lost.
 */
export type StartListener = () => Promise<CallbackListener>;

/**
 * Runs work with a listener, and closes it in all cases.
 * @param prove throws if the token could not be saved
 */
export async function withCallbackListener<Result>(
  route: CallbackRoute,
  context: CommandContext,
  prove: () => Promise<void>,
  work: (start: StartListener) => Promise<Result>,
): Promise<Result> {
  const { listensAt } = route;
  const { fetch, clock } = context;
  let listener: Promise<CallbackListener> | undefined;
  const start = async (): Promise<CallbackListener> => {
    await prove();
    const tell = (text: string) => context.stderr.write(wrapFor(context)(text));
    const server = listensAt && (await startCallbackServer(listensAt, { fetch, clock, tell }));
    return { route, redirectUri: sentRedirectUri(route, server?.port ?? 0), server };
  };
  try {
    return await work(() => (listener ??= start()));
  } finally {
    await (await listener?.catch(() => undefined))?.server?.close();
  }
}
