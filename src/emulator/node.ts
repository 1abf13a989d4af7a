import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { createEmulator, type Emulator, type EmulatorOptions } from './emulator.ts';
import { ConnectionCut, isBroken } from './controls/perform-script.ts';
import { practiceApp } from './state/practice-app.ts';

/** Where it listens, and what `createEmulator` takes. */
export interface StartEmulatorOptions extends EmulatorOptions {
  /** Default 0: any that is free. */
  readonly port?: number | undefined;
  /** A loopback address, nothing else. Default `127.0.0.1`. */
  readonly hostname?: '127.0.0.1' | '::1' | undefined;
}

/** An emulator that listens. */
export interface RunningEmulator {
  /** Its origin, without a slash at the end: what `SPOTIFY_ACCOUNTS_URL` and `SPOTIFY_API_URL` want. */
  readonly url: string;
  readonly practiceClientId: string;
  readonly controls: Emulator['controls'];
  /** Stops at once, cutting whatever is still open. */
  readonly close: () => Promise<void>;
}

/**
 * Starts an emulator on a port of this machine.
 * @throws TypeError where the hostname is no loopback address; Node's own error where the port is taken (`EADDRINUSE`)
 */
export async function startEmulator({
  port = 0,
  hostname = '127.0.0.1',
  ...options
}: StartEmulatorOptions = {}): Promise<RunningEmulator> {
  if (hostname !== '127.0.0.1' && hostname !== '::1') {
    throw new TypeError('The emulator listens on 127.0.0.1 or ::1, never where other machines could reach it.');
  }
  const emulator = createEmulator(options);
  const server = createAdaptorServer({
    fetch: (request, env) => answer(emulator, request, env as HttpBindings),
    // The process that starts an emulator keeps its own Request and Response.
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

/** The answer as far as its body goes; at the break `cut` is called, and nothing more comes. */
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
  // Sent in chunks, the head leaves at once, and the missing last chunk tells the client of the break.
  headers.set('transfer-encoding', 'chunked');
  return new Response(body, { status: response.status, headers });
}
