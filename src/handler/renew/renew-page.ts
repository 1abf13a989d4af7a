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

// The colours and the repeat sign of Refrain's page, with the fonts of the machine: this page loads nothing.
const style = `:root{color-scheme:light dark;--paper:#f7f2e8;--field:#fffcf5;--ink:#21172a;--edge:#8c7d88;--accent:#b8361a;--on:#fff8ee}
@media(prefers-color-scheme:dark){:root{--paper:#25142c;--field:#311d39;--ink:#f4e9db;--edge:#957f9d;--accent:#ff9a66;--on:#24102a}}
*{box-sizing:border-box}
body{max-width:28rem;margin:0 auto;padding:12vh 1.25rem 2rem;font:1rem/1.5 -apple-system,'Segoe UI',Roboto,Ubuntu,Arial,sans-serif;background:var(--paper);color:var(--ink)}
main{padding-inline-start:1.5rem;border-inline-start:.375rem solid var(--ink);position:relative}
main::before{content:'';position:absolute;inset-block:0;inset-inline-start:.25rem;border-inline-start:2px solid var(--ink)}
h1{margin:0;font:400 1.75rem/1.2 'Times New Roman','Liberation Serif',serif}
p{margin:.5rem 0 0;overflow-wrap:anywhere;text-wrap:pretty}
label{display:block;margin-top:1.5rem;font-weight:600}
input,button{display:block;width:100%;min-height:3rem;font:inherit;color:inherit;border-radius:2px}
input{margin-top:.25rem;padding:0 .75rem;border:1px solid var(--edge);background:var(--field)}
button{margin-top:1.25rem;border:0;background:var(--accent);color:var(--on);font-weight:600;cursor:pointer}
button:hover{background:var(--ink);color:var(--paper)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}`;

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
