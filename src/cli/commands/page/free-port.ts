const nextTried = 20;

/**
 * Starts something on the port that was asked for; where that one is taken, on one of the next, and at last on any.
 * @param port asked for; 0 is any
 * @param start what listens; a taken port is told by an error with `code` `EADDRINUSE`
 * @returns what `start` gave
 * @throws whatever `start` throws besides
 */
export async function startOnFreePort<Started>(
  port: number,
  start: (port: number) => Promise<Started>,
): Promise<Started> {
  const asked = port === 0 ? [] : Array.from({ length: nextTried }, (_, index) => port + index);
  for (const next of asked.filter((number) => number <= 65_535)) {
    try {
      return await start(next);
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'EADDRINUSE') throw error;
    }
  }
  return start(0);
}
