/** The path of the redirect URI on this server. It answers with the same document as `/`. */
export const callbackPath = '/callback';

const policyPattern =
  /(<meta\s[^>]*http-equiv=(["'])Content-Security-Policy\2[^>]*\scontent=)("[^"]*"|'[^']*')([^>]*>)/i;

/**
 * Adds the emulator and the callback path to the built page. The Content Security Policy lets the page send requests to
 * the emulator and show its images, and two `meta` elements name the emulator and the path.
 * @param html the built `index.html`
 * @param origin of the emulator, such as `http://127.0.0.1:8889`
 * @param clientId of the practice app; the page fills it in
 * @throws {TypeError} if the page has no policy, or one without `connect-src` or `img-src`, so that it is not our build
 */
export function createServedDocument(html: string, origin: string, clientId: string): string {
  const found = policyPattern.exec(html);
  if (!found) throw new TypeError('The built page has no Content Security Policy. Build it again: npm run build');
  const [whole, before = '', , quoted = '', after = ''] = found;
  const quote = quoted.charAt(0);
  const policy = allowSource(allowSource(quoted.slice(1, -1), 'connect-src', origin), 'img-src', origin);
  const meta = `<meta name="refrain-emulator" content="${escape(origin)}" data-client-id="${escape(clientId)}">`;
  const callback = `<meta name="refrain-callback" content="${callbackPath}">`;
  return html.replace(whole, () => `${before}${quote}${policy}${quote}${after}${meta}${callback}`);
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

function allowSource(policy: string, directive: string, origin: string): string {
  const pattern = new RegExp(`((?:^|;)\\s*${directive}(?=[\\s;]|$)[^;]*?)(\\s*(?:;|$))`);
  if (!pattern.test(policy)) throw new TypeError(`The built page's Content Security Policy has no ${directive}.`);
  return policy.replace(pattern, (_, sources: string, end: string) => `${sources} ${escape(origin)}${end}`);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;').replaceAll('<', '&lt;');
}
