const policyPattern =
  /(<meta\s[^>]*http-equiv=(["'])Content-Security-Policy\2[^>]*\scontent=)("[^"]*"|'[^']*')([^>]*>)/i;

/**
 * Turns the built page into the one that `npm start` serves. Two things change and nothing else: the Content Security
 * Policy lets the page talk to the emulator and show its artwork, and one `meta` element names it.
 * @param html the built `index.html`
 * @param origin the emulator's, `http://127.0.0.1:8889`
 * @param clientId the practice app's, filled in for the reader
 * @throws {TypeError} where the page carries no policy, or one that lacks `connect-src` or `img-src`: it is no build of ours
 */
export function withEmulator(html: string, origin: string, clientId: string): string {
  const found = policyPattern.exec(html);
  if (!found) throw new TypeError('The built page has no Content Security Policy. Build it again: npm run build');
  const [whole, before = '', , quoted = '', after = ''] = found;
  const quote = quoted.charAt(0);
  const policy = allowing(allowing(quoted.slice(1, -1), 'connect-src', origin), 'img-src', origin);
  const names = `<meta name="refrain-emulator" content="${escape(origin)}" data-client-id="${escape(clientId)}">`;
  return html.replace(whole, () => `${before}${quote}${policy}${quote}${after}${names}`);
}

/** The policy that a page carries in its `meta`, as a header can send it. */
export function policyOf(html: string): string | undefined {
  return policyPattern
    .exec(html)?.[3]
    ?.slice(1, -1)
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function allowing(policy: string, directive: string, origin: string): string {
  const pattern = new RegExp(`((?:^|;)\\s*${directive}(?=[\\s;]|$)[^;]*?)(\\s*(?:;|$))`);
  if (!pattern.test(policy)) throw new TypeError(`The built page's Content Security Policy has no ${directive}.`);
  return policy.replace(pattern, (_, sources: string, end: string) => `${sources} ${escape(origin)}${end}`);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;').replaceAll('<', '&lt;');
}
