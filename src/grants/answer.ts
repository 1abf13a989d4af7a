/** How a request is sent: passed in, so that a test, a proxy or another runtime can stand in. */
export interface Sending {
  readonly fetch: typeof fetch;
  /** The end of one request, its answer read whole. Default: ten seconds from the call. */
  readonly deadline?: (() => AbortSignal) | undefined;
}
