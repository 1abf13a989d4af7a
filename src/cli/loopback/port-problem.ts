import { RefrainError } from '../../errors/refrain-error.ts';
import type { CommandContext } from '../context/context.ts';
import { identifyServer } from './server-name.ts';

/**
 * Explains why a port of this machine cannot be used: which program holds it, if that program says so, and what to do.
 * @param error of the server
 * @param origin such as `http://127.0.0.1:8888`
 * @param cure what to do if the port is in use
 * @returns RefrainError `port_taken` or `port_not_permitted`; any other error unchanged
 */
export async function explainPortProblem(
  error: unknown,
  {
    origin,
    cure,
    ...outside
  }: { readonly origin: string; readonly cure: string } & Pick<CommandContext, 'fetch' | 'clock'>,
): Promise<unknown> {
  const port = Number(new URL(origin).port || 80);
  switch ((error as { code?: unknown }).code) {
    case 'EACCES':
      return createPortNotPermitted(port);
    case 'EADDRINUSE': {
      const holder = await identifyServer(origin, outside);
      const detail = holder
        ? `Port ${port} is in use by ${holder}.`
        : `Port ${port} is in use by another program, which does not say what it is.`;
      return new RefrainError('port_taken', { detail, cure });
    }
    default:
      return error;
  }
}

/** The error for a port that the system does not let this user listen on. */
export function createPortNotPermitted(port: number): RefrainError {
  return new RefrainError('port_not_permitted', {
    detail: `Port ${port} is not permitted: ports below 1024 need administrator rights.`,
  });
}
