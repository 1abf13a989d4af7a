import { withDeadline } from '../../http/deadline.ts';
import type { CommandContext } from '../context/context.ts';

/** Values of the `Server` header, by which a command recognizes what holds its port. */
export const serverNames = { page: 'refrain-page', login: 'refrain-login' } as const;

const descriptions: Readonly<Record<string, string>> = {
  [serverNames.page]: 'Refrain’s own page (`refrain page`, or `npm start`)',
  [serverNames.login]: 'another login of Refrain that is still waiting',
};

/** Milliseconds. A server on this machine answers at once, or not at all. */
const timeout = 2000;

/**
 * Asks a server on this machine what it is.
 * @param origin such as `http://127.0.0.1:8888`
 * @returns what it is, as a part of a sentence; undefined if it is not one of Refrain’s
 */
export async function identifyServer(
  origin: string,
  { fetch, clock }: Pick<CommandContext, 'fetch' | 'clock'>,
): Promise<string | undefined> {
  const end = new AbortController();
  try {
    const answer = fetch(origin, { method: 'HEAD', redirect: 'manual', signal: end.signal });
    // A timer that keeps the process running: after a broken connection nothing else does.
    const { headers } = await withDeadline(
      answer,
      (done) => clock.wait(timeout, { signal: done }),
      () => new Error('No answer'),
    );
    return descriptions[headers.get('server') ?? ''];
  } catch {
    return undefined;
  } finally {
    end.abort();
  }
}
