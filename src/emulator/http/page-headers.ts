/** Headers of every answer that a browser shows or follows. */
export const plainHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;

const pagePolicy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Headers of a page without a form. */
export const pageHeaders = { ...plainHeaders, 'Content-Security-Policy': `${pagePolicy}; form-action 'none'` } as const;

/**
 * Headers of the consent page. Chromium applies `form-action` to every redirect after a form is sent, even to those of the
 * app that the user returns to. It cannot name IPv6 addresses either. So it names schemes, not the app's origin.
 */
export function consentPageHeaders(redirectUri: string): Record<string, string> {
  const scheme = redirectUri.slice(0, redirectUri.indexOf(':') + 1);
  const schemes = new Set(['http:', 'https:', scheme]);
  return { ...plainHeaders, 'Content-Security-Policy': `${pagePolicy}; form-action 'self' ${[...schemes].join(' ')}` };
}
