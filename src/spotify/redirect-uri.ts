import type { ErrorCode } from '../errors/explanations.ts';
import { ownRedirectUriOf, type OwnRedirectUri } from './own-redirect-uri.ts';

/** Whether Spotify takes a redirect URI; if not, why, and which one to use instead where one can be told. */
export type RedirectUriJudgement =
  | { readonly verdict: 'allowed' }
  | { readonly verdict: 'refused'; readonly code: ErrorCode; readonly reason: string; readonly instead?: string };

const allowed: RedirectUriJudgement = { verdict: 'allowed' };

function refused(
  suffix: 'insecure' | 'localhost' | 'malformed',
  reason: string,
  instead?: string,
): RedirectUriJudgement {
  return { verdict: 'refused', code: `redirect_uri_${suffix}`, reason, ...(instead === undefined ? {} : { instead }) };
}

/** The replacement, if it would be taken; otherwise what that one in turn should be. */
function orBetter(instead: string): string | undefined {
  const next = judgeRedirectUri(instead);
  return next.verdict === 'allowed' ? instead : next.instead;
}

/**
 * Says whether Spotify takes this redirect URI, exactly as written. Once taken, it is compared letter for letter.
 *
 * https anywhere; http on `127.0.0.1` and `[::1]` alone; the name `localhost` never; schemes of an app's own too.
 * @see https://developer.spotify.com/documentation/web-api/concepts/redirect_uri
 */
export function judgeRedirectUri(uri: string): RedirectUriJudgement {
  if (!uri.trim()) return refused('malformed', 'It is empty.');
  if (uri !== uri.trim()) return refused('malformed', 'It has blanks around it.', orBetter(uri.trim()));
  const hash = uri.indexOf('#');
  if (hash >= 0) return refused('malformed', 'It has a fragment (#).', orBetter(uri.slice(0, hash)));
  if (/^localhost(?=[:/]|$)/i.test(uri)) return refused('malformed', 'It lacks http://.', orBetter(`http://${uri}`));
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(uri)?.[1]?.toLowerCase();
  if (!scheme || /^[\w-]+(\.[\w-]+)+:\d+(\/|$)/.test(uri)) {
    const bare = /^(\[::1\]|[\w-]+(\.[\w-]+)+)(?=[:/?]|$)/.test(uri);
    const local = /^(127\.0\.0\.1|\[::1\])(?=[:/?]|$)/.test(uri);
    return refused(
      'malformed',
      'It is not a whole address.',
      bare ? orBetter(`http${local ? '' : 's'}://${uri}`) : undefined,
    );
  }
  if (/^(file|javascript|data|blob|about|vbscript|ftp|wss?|mailto)$/.test(scheme)) {
    return refused('malformed', `Spotify sends nobody to a ${scheme}: address.`);
  }
  if (!/^[!-~]*$/.test(uri)) return refused('malformed', 'It has characters that must be encoded.', encoded(uri));
  if (scheme !== 'http' && scheme !== 'https') return allowed;
  return judgeWebAddress(uri, scheme);
}

/** `uri` with everything beyond plain ASCII encoded, as a browser would send it. */
function encoded(uri: string): string | undefined {
  const url = URL.canParse(uri) ? new URL(uri).href : uri;
  return url === uri ? undefined : orBetter(url);
}

function judgeWebAddress(uri: string, scheme: 'http' | 'https'): RedirectUriJudgement {
  const authority = /^\w+:\/\/([^/?\\]+)/.exec(uri)?.[1];
  if (!authority || !URL.canParse(uri)) return refused('malformed', 'It is not a whole address.');
  if (/[\\*]/.test(uri)) return refused('malformed', 'It has a \\ or *, and Spotify knows no wildcards.');
  const url = new URL(uri);
  if (authority.includes('@')) {
    url.username = url.password = '';
    return refused('malformed', 'It has a name or password in it.', orBetter(url.href));
  }
  const host = url.hostname.replace(/\.+$/, '');
  const at = (hostname: string) => {
    const other = new URL(url);
    other.hostname = hostname;
    return orBetter(other.href);
  };
  if (/(^|\.)localhost$/.test(host)) {
    return refused('localhost', 'Spotify refuses the name localhost, even over https.', at('127.0.0.1'));
  }
  const written = authority.replace(/:\d*$/, '');
  const loopback = written === '127.0.0.1' || written === '[::1]';
  if (loopback && url.pathname.includes('-')) {
    const reason = 'Spotify has refused hyphens in the path of a loopback address.';
    return refused('malformed', reason, `${uri.slice(0, uri.indexOf(authority))}${authority}/`);
  }
  if (scheme === 'https' || loopback) return allowed;
  if (host === '[::1]') return refused('insecure', 'This machine must be written as [::1] or 127.0.0.1.', at('[::1]'));
  if (/^(127\.[\d.]+|0\.0\.0\.0|\[::\]|\[::ffff:7f.*)$/.test(host)) {
    return refused('insecure', 'Spotify takes this machine as 127.0.0.1 or [::1] alone.', at('127.0.0.1'));
  }
  return refused('insecure', 'Plain http is for 127.0.0.1 and [::1] alone.', orBetter(uri.replace(/^http/i, 'https')));
}

/** The redirect URI of a page, and whether Spotify takes it. */
export interface PageRedirectUri extends OwnRedirectUri {
  readonly judgement: RedirectUriJudgement;
}

/**
 * The redirect URI of the page at `pageUrl`: its own folder with the last slash, no query, no `index.html`. `instead` is
 * left out where it has another path: nobody knows whether the page stands there.
 */
export function redirectUriOf(pageUrl: string): PageRedirectUri {
  const uri = ownRedirectUriOf(pageUrl);
  const judgement = judgeRedirectUri(uri.sent);
  if (judgement.verdict === 'allowed' || judgement.instead === undefined) return { ...uri, judgement };
  const { instead, ...rest } = judgement;
  const isSamePage = new URL(instead).pathname === new URL(pageUrl).pathname.replace(/[^/]*$/, '');
  return { ...uri, judgement: isSamePage ? judgement : rest };
}
