import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The kinds of secrets. */
export type SecretKind = 'access token' | 'refresh token' | 'code' | 'code verifier' | 'client secret';

const kinds: Readonly<Record<string, SecretKind>> = {
  access_token: 'access token',
  refresh_token: 'refresh token',
  id_token: 'access token',
  code: 'code',
  code_verifier: 'code verifier',
  client_secret: 'client secret',
};

const names = Object.keys(kinds).join('|');
const inJson = new RegExp(`"(${names})"\\s*:\\s*"([^"]+)"`, 'g');
const inForm = new RegExp(`(?:^|[?&;\\s])(${names})=([^&;\\s"'<]+)`, 'gm');
const inHeader = /^authorization: (basic|bearer) (\S+)/gim;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

/** Every secret in the requests and responses of an OAuth server, by its name in RFC 6749, 6750 and 7636. */
export function secretsOnTheWire(text: string): [SecretKind, string][] {
  const found: [SecretKind, string][] = [];
  for (const [, name = '', value = ''] of text.matchAll(inJson)) found.push([kinds[name]!, value]);
  for (const [, name = '', value = ''] of text.matchAll(inForm)) found.push([kinds[name]!, decoded(value)]);
  for (const [, scheme = '', value = ''] of text.matchAll(inHeader)) {
    if (scheme.toLowerCase() === 'bearer') found.push(['access token', value]);
    else {
      const [, secret = ''] = Buffer.from(value, 'base64').toString().split(':');
      found.push(['client secret', decoded(secret)]);
    }
  }
  return found;
}

type Listener = (text: string) => void;
const listeners = new Set<Listener>();
const knownSockets = new WeakSet<Socket>();

// Passes on every request to an HTTP server of this process, and every response.
subscribe('http.server.request.start', (message) => {
  const { request, socket } = message as { request: IncomingMessage; response: ServerResponse; socket: Socket };
  const pass = (text: string) => listeners.forEach((listener) => listener(text));
  const lines = Object.entries(request.headersDistinct).map(([name, values]) => `${name}: ${values?.join(', ')}`);
  let asked = [`${request.method} ${request.url}`, ...lines, ''].join('\n');
  pass(asked);
  asked = '';
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | string | null, ...more) => {
    if (chunk === null) pass(asked);
    else asked += String(chunk);
    return push(chunk, ...more);
  };
  if (knownSockets.has(socket)) return;
  knownSockets.add(socket);
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
  socket.write = ((chunk: Uint8Array | string, ...more: unknown[]) => {
    pass(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    return write(chunk, ...more);
  }) as Socket['write'];
});

/** Listens to every HTTP server of this process, such as an emulator. Returns a function that stops listening. */
export function listenToServers(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
