/** For every answer that a person's browser shows or follows. */
export const plainHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;

const pagePolicy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** For a page with words on it, and no form. */
export const pageHeaders = { ...plainHeaders, 'Content-Security-Policy': `${pagePolicy}; form-action 'none'` } as const;

/**
 * For the consent page. Chromium holds `form-action` against every redirect that follows a form, also those of the app
 * that is returned to, and it can't name IPv6 addresses: so the schemes are named, not the origin.
 */
export function consentPageHeaders(redirectUri: string): Record<string, string> {
  const scheme = redirectUri.slice(0, redirectUri.indexOf(':') + 1);
  const schemes = new Set(['http:', 'https:', scheme]);
  return { ...plainHeaders, 'Content-Security-Policy': `${pagePolicy}; form-action 'self' ${[...schemes].join(' ')}` };
}
