interface Channels {
  subscribe(name: string, listener: (event: unknown) => void): void;
  unsubscribe(name: string, listener: (event: unknown) => void): unknown;
}

/** As far as they are looked at: what Node's fetch tells on its diagnostics channels. */
interface FetchEvent {
  readonly connectParams?: { readonly host?: unknown };
  readonly request?: { readonly origin?: unknown };
}

/** What is seen of requests to one origin. */
export interface Sending {
  /**
   * True where a request was made and a connection begun, but none came to stand, TLS included, nor was anything sent:
   * no request has left.
   * False where one has, or where nothing is known.
   */
  neverLeft(): boolean;
  end(): void;
}

/**
 * Watches from now on whether a request to an origin leaves. A connection that nobody answers ends by the request's own
 * deadline, and that alone does not say whether there ever was one. Only Node tells; others' requests to the same origin
 * count as if they were ours.
 */
export function watchSending(origin: string): Sending {
  const { host } = new URL(origin);
  let isMade = false;
  let isConnecting = false;
  let hasLeft = false;
  const listeners: [name: string, listener: (event: unknown) => void][] = [
    ['undici:request:create', (event) => (isMade ||= originOf(event) === origin)],
    ['undici:client:beforeConnect', (event) => (isConnecting ||= hostOf(event) === host)],
    ['undici:client:connected', (event) => (hasLeft ||= hostOf(event) === host)],
    ['undici:client:sendHeaders', (event) => (hasLeft ||= originOf(event) === origin)],
  ];
  const channels = channelsHere();
  for (const [name, listener] of listeners) channels?.subscribe(name, listener);
  return {
    neverLeft: () => isMade && isConnecting && !hasLeft,
    end() {
      for (const [name, listener] of listeners) channels?.unsubscribe(name, listener);
    },
  };
}

function hostOf(event: unknown): unknown {
  return (event as FetchEvent).connectParams?.host;
}

function originOf(event: unknown): string {
  return String((event as FetchEvent).request?.origin).replace(/\/$/, '');
}

function channelsHere(): Channels | undefined {
  const { process: node } = globalThis as { process?: { getBuiltinModule?(name: string): unknown } };
  try {
    return node?.getBuiltinModule?.('node:diagnostics_channel') as Channels | undefined;
  } catch {
    return undefined;
  }
}
