const year = 365 * 24 * 60 * 60 * 1000;

/**
 * When it is worth asking again, from a `Retry-After` header: whole seconds, or an HTTP date (RFC 9110 section 10.2.3).
 *
 * @param now epoch milliseconds
 * @returns epoch milliseconds; undefined without a header that makes sense (a browser often hides it)
 */
export function retryAtOf(headers: Headers, now: number): number | undefined {
  const header = headers.get('retry-after')?.trim() ?? '';
  const seconds = /^\d+$/.test(header) ? Number(header) : NaN;
  const at = header.endsWith(' GMT') ? Date.parse(header) : now + seconds * 1000;
  return at >= now && at - now <= year ? at : undefined;
}
