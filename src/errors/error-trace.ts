/** The name of an error and the system's code, if it has one. */
export interface ErrorTrace {
  readonly name: string;
  readonly code?: string;
}

/**
 * What may be shown of an error that is not ours: its name, and its code or that of its cause (`ENOTFOUND`). Its message
 * may hold a secret.
 */
export function traceOf(error: unknown): ErrorTrace {
  const { name, code, cause } = (error ?? {}) as { name?: unknown; code?: unknown; cause?: { code?: unknown } };
  const known = [code, cause?.code].find((text) => typeof text === 'string' && /^[A-Z][A-Z0-9_]{1,39}$/.test(text));
  const isName = typeof name === 'string' && /^[A-Za-z]\w{0,59}$/.test(name);
  return { name: isName ? name : 'Error', ...(typeof known === 'string' && { code: known }) };
}
