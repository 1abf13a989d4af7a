/** The path of the redirect URI on this server. It answers with the same document as `/`. */
export const callbackPath = '/callback';

const policyPattern =
  /(<meta\s[^>]*http-equiv=(["'])Content-Security-Policy\2[^>]*\scontent=)("[^"]*"|'[^']*')([^>]*>)/i;

/**
 * Adds the callback path to the built page, in a `meta` element.
 * @param html the built `index.html`
 * @throws {TypeError} if the page has no policy: our build always has one
 */
export function createServedDocument(html: string): string {
  if (!policyPattern.test(html)) {
    throw new TypeError('The built page has no Content Security Policy. Build it again: npm run build');
  }
  return html.replace(policyPattern, (policy) => `${policy}<meta name="refrain-callback" content="${callbackPath}">`);
}

/** Reads the policy in the `meta` element of a page, as a header value. Undefined if there is none. */
export function readPolicy(html: string): string | undefined {
  return policyPattern
    .exec(html)?.[3]
    ?.slice(1, -1)
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
