import { encodeBase64url, sha256 } from '../../text/hash.ts';

/** What one page of `/renew` says. */
export interface RenewPage {
  readonly heading: string;
  /** Plain text. */
  readonly text: string;
  /** Whether the form for the key follows. */
  readonly hasForm?: boolean;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const style = `:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:26rem;margin:12vh auto;padding:0 1.25rem}
h1{font-size:1.375rem;line-height:1.25}
label{display:block;margin-top:1.5rem;font-weight:600}
input,button{font:inherit;box-sizing:border-box;width:100%;min-height:2.75rem;padding:.5rem .75rem;margin-top:.5rem}
button{font-weight:600;cursor:pointer}`;

// The action leaves out the query, which holds the code of a callback.
const form = `<form method="post" action="renew"><label for="key">Renewal key</label>
<input id="key" name="key" type="password" required autocomplete="current-password" autofocus>
<button>Continue to Spotify</button></form>`;

let styleHash: Promise<string> | undefined;
const hashStyle = async () =>
  encodeBase64url(await sha256(style))
    .replaceAll('-', '+')
    .replaceAll('_', '/');

const escapeText = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * Answers with a page. It holds no token and no account, runs no script, cannot be framed, and is not stored by any
 * cache. Its form may lead to Spotify only.
 * @param accountsUrl origin of Spotify's accounts service
 */
export async function respondWithPage(page: RenewPage, accountsUrl: string): Promise<Response> {
  const { heading, text, hasForm = false, status = 200, headers = {} } = page;
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${await (styleHash ??= hashStyle())}='`,
    `form-action 'self' ${accountsUrl}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeText(heading)}</title>
<meta name="viewport" content="width=device-width"><style>${style}</style>
<main><h1>${escapeText(heading)}</h1><p>${escapeText(text)}</p>${hasForm ? form : ''}</main></html>
`;
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy,
      // Not `no-referrer`: a browser would then send the form with `Origin: null`.
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  });
}
