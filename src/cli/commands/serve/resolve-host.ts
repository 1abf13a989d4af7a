import { lookup } from 'node:dns/promises';
import { isLoopbackAddress } from './guard.ts';

/** Finds all addresses of a name. */
type FindAddresses = (name: string) => Promise<readonly { readonly address: string }[]>;

/**
 * Replaces a name that leads only to this machine (often its own name, `127.0.1.1`) by its address, so that it is
 * protected as one. Any other name or address stays as it is.
 */
export async function resolveHost(
  host: string,
  findAddresses: FindAddresses = (name) => lookup(name, { all: true }),
): Promise<string> {
  if (isLoopbackAddress(host)) return host;
  // A name that is not known is reported when the server starts to listen.
  const found = await findAddresses(host).catch(() => []);
  const [first] = found;
  return first && found.every(({ address }) => isLoopbackAddress(address)) ? first.address : host;
}
