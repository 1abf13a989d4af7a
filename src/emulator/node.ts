import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { createEmulator, type Emulator, type EmulatorOptions } from './emulator.ts';
import { ConnectionCut, isBroken } from './controls/perform-script.ts';
import { practiceApp } from './state/practice-app.ts';

/** The address to listen on, and the options of `createEmulator`. */
export interface StartEmulatorOptions extends EmulatorOptions {
  /** Default 0: any free port. */
  readonly port?: number | undefined;
  /** A loopback address, nothing else. Default `127.0.0.1`. */
  readonly hostname?: '127.0.0.1' | '::1' | undefined;
}

/** A running emulator. */
export interface RunningEmulator {
  /** Its origin, without a final slash, for `SPOTIFY_ACCOUNTS_URL` and `SPOTIFY_API_URL`. */
  readonly url: string;
  readonly practiceClientId: string;
  readonly controls: Emulator['controls'];
  /** Stops at once and cuts open connections. */
  readonly close: () => Promise<void>;
}

/**
 * Starts an emulator on a port of this machine.
 * @throws TypeError if the port is not one, or the hostname is not a loopback address; Node's own error if the port is in
 * use (`EADDRINUSE`)
 */
export async function startEmulator({
  port = 0,
  hostname = '127.0.0.1',
  ...options
}: StartEmulatorOptions = {}): Promise<RunningEmulator> {
  if (hostname !== '127.0.0.1' && hostname !== '::1') {
    throw new TypeError('The emulator listens only on 127.0.0.1 or ::1, so other machines cannot reach it.');
  }
  // A program without types can pass a variable. Node takes digits as a port, and any other text as the name of a pipe.
  if (!/^\d+$/.test(String(port)) || Number(port) > 65_535) {
    throw new TypeError('startEmulator: port must be a whole number from 0 to 65535.');
  }
  const emulator = createEmulator(options);
  const server = createAdaptorServer({
    fetch: (request, env) => answer(emulator, request, env as HttpBindings),
    // Leave Request and Response of the calling process as they are.
    overrideGlobalObjects: false,
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => resolve());
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${hostname === '::1' ? '[::1]' : hostname}:${taken}`,
    practiceClientId: practiceApp.clientId,
    controls: emulator.controls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(emulator: Emulator, request: Request, { incoming }: HttpBindings): Promise<Response> {
  try {
    const response = await emulator.fetch(request);
    return isBroken(response) ? untilCut(response, () => incoming.socket.destroySoon()) : response;
  } catch (error) {
    if (!(error instanceof ConnectionCut) && !request.signal.aborted) throw error;
    incoming.socket.destroy();
    return new Response(null, { status: 503 });
  }
}

/** Sends the body up to the break, then calls `cut`. */
function untilCut(response: Response, cut: () => void): Response {
  const reader = response.body?.getReader();
  if (!reader) return response;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value } = await reader.read().catch(() => ({ value: undefined }));
        if (value) controller.enqueue(value);
        else cut();
      },
    },
    { highWaterMark: 0 },
  );
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  // In chunks, the headers leave at once, and the missing last chunk shows the client that the answer broke off.
  headers.set('transfer-encoding', 'chunked');
  return new Response(body, { status: response.status, headers });
}
