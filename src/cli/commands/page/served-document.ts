/** The path of the redirect URI on this server. It answers with the same document as `/`. */
export const callbackPath = '/callback';

const policyPattern =
  /(<meta\s[^>]*http-equiv=(["'])Content-Security-Policy\2[^>]*\scontent=)("[^"]*"|'[^']*')([^>]*>)/i;

/**
 * Adds the callback path to the built page, in a `meta` element.
 * @param html the built `index.html`
 * @throws {TypeError} if the page has no policy, so that it is not our build
 */
export function createServedDocument(html: string): string {
  const [policy] = policyPattern.exec(html) ?? [];
  if (policy === undefined) {
    throw new TypeError('The built page has no Content Security Policy. Build it again: npm run build');
  }
  return html.replace(policy, () => `${policy}<meta name="refrain-callback" content="${callbackPath}">`);
}

/** The policy in the `meta` element of a page, as a header value. */
export function policyOf(html: string): string | undefined {
  return policyPattern
    .exec(html)?.[3]
    ?.slice(1, -1)
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
