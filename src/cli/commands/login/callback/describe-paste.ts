import type { ErrorCode } from '../../../../errors/error-table.ts';
import type { Endpoints } from '../../../../spotify/endpoints.ts';
import { cleanValue } from '../../../../text/values/clean-value.ts';

/**
 * Says what a pasted text is that is not Spotify's answer, and what to paste instead. It does not repeat the text, which
 * may hold a secret.
 * @param problem why it was not used
 * @param sent the redirect URI and the servers of this sign-in
 */
export function describePaste(
  pasted: string,
  problem: ErrorCode,
  sent: { readonly redirectUri: string; readonly endpoints: Endpoints },
): string {
  const what = describe(cleanValue(pasted), problem, sent);
  const next = `Approve in the browser, then paste the address of the page that it shows after that:`;
  return problem === 'callback_replayed' ? what : `${what} ${next}`;
}

function describe(
  text: string,
  problem: ErrorCode,
  { redirectUri, endpoints }: { readonly redirectUri: string; readonly endpoints: Endpoints },
): string {
  switch (problem) {
    case 'callback_replayed':
      return 'This address was already used.';
    case 'state_mismatch':
      return 'This address belongs to another login.';
    case 'state_missing':
      return 'This is a part of the address: the state is missing.';
    case 'issuer_mismatch':
      return 'This address is not from Spotify.';
    default:
  }
  const address = /^(\[::1\]|[\w.-]+)(:\d+)?\//.test(text) ? `http://${text}` : text;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url && isSame(url, redirectUri)) return 'This is the redirect URI without Spotify’s answer.';
  if (url?.origin === endpoints.accountsUrl || url?.hostname.endsWith('.spotify.com')) {
    return url.pathname === '/authorize'
      ? 'This is the address to open in the browser, not the one that Spotify sends you to.'
      : 'This is a page of Spotify, not the one that it sends you to.';
  }
  if (url && /^https?:$/.test(url.protocol)) return 'This address has no answer from Spotify in it.';
  if (/^[\da-f]{32}$/i.test(text)) return 'This is a client ID or a client secret, not an address.';
  return /^[AB]Q[\w-]{20,}$/.test(text) ? 'This is a code or a token without its address.' : 'This is not an address.';
}

function isSame({ host, pathname }: URL, redirectUri: string): boolean {
  const own = new URL(redirectUri);
  return host === own.host && pathname === own.pathname;
}
