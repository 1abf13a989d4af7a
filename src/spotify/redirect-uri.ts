import type { ErrorCode } from '../errors/error-table.ts';
import { ownFolderOf } from './own-redirect-uri.ts';

/**
 * Whether Spotify accepts a redirect URI. If it does not: the error code, the reason as a sentence, and the redirect
 * URI to use instead if there is one.
 */
export type RedirectUriJudgement =
  | { readonly verdict: 'allowed' }
  | { readonly verdict: 'refused'; readonly code: ErrorCode; readonly reason: string; readonly instead?: string };

const allowed: RedirectUriJudgement = { verdict: 'allowed' };

function refuse(
  suffix: 'insecure' | 'localhost' | 'malformed',
  reason: string,
  instead?: string,
): RedirectUriJudgement {
  return { verdict: 'refused', code: `redirect_uri_${suffix}`, reason, ...(instead === undefined ? {} : { instead }) };
}

/** The replacement if it is allowed; otherwise the replacement of the replacement. */
function allowedOrInstead(instead: string): string | undefined {
  const next = judgeRedirectUri(instead);
  return next.verdict === 'allowed' ? instead : next.instead;
}

/**
 * Judges whether Spotify accepts this redirect URI, exactly as written. Spotify accepts https on any host, http on
 * `127.0.0.1` and `[::1]`, and custom schemes; it refuses the host name `localhost`. An accepted redirect URI must
 * match the registered one exactly.
 *
 * Hyphens in loopback paths are refused here because Spotify has rejected them, which it does not document.
 * @see https://developer.spotify.com/documentation/web-api/concepts/redirect_uri
 * @see https://github.com/n8n-io/n8n/issues/25805 hyphens in loopback paths
 */
export function judgeRedirectUri(uri: string): RedirectUriJudgement {
  if (!uri.trim()) return refuse('malformed', 'It is empty.');
  if (uri !== uri.trim()) return refuse('malformed', 'It has spaces around it.', allowedOrInstead(uri.trim()));
  const hash = uri.indexOf('#');
  if (hash >= 0) return refuse('malformed', 'It has a fragment (#).', allowedOrInstead(uri.slice(0, hash)));
  if (/^localhost(?=[:/]|$)/i.test(uri)) {
    return refuse('malformed', 'It must start with http://.', allowedOrInstead(`http://${uri}`));
  }
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(uri)?.[1]?.toLowerCase();
  if (!scheme || /^[\w-]+(\.[\w-]+)+:\d+(\/|$)/.test(uri)) {
    const startsWithHost = /^(\[::1\]|[\w-]+(\.[\w-]+)+)(?=[:/?]|$)/.test(uri);
    const startsWithLoopback = /^(127\.0\.0\.1|\[::1\])(?=[:/?]|$)/.test(uri);
    return refuse(
      'malformed',
      'It is not a complete address.',
      startsWithHost ? allowedOrInstead(`http${startsWithLoopback ? '' : 's'}://${uri}`) : undefined,
    );
  }
  if (/^(file|javascript|data|blob|about|vbscript|ftp|wss?|mailto)$/.test(scheme)) {
    return refuse('malformed', `Spotify does not redirect to ${scheme}: addresses.`);
  }
  if (!/^[!-~]*$/.test(uri)) {
    return refuse('malformed', 'It has characters that must be percent-encoded.', percentEncode(uri));
  }
  if (scheme !== 'http' && scheme !== 'https') return allowed;
  return judgeWebAddress(uri, scheme);
}

/** `uri` percent-encoded as a browser sends it, if that is allowed; undefined if encoding changes nothing. */
function percentEncode(uri: string): string | undefined {
  const url = URL.canParse(uri) ? new URL(uri).href : uri;
  return url === uri ? undefined : allowedOrInstead(url);
}

function judgeWebAddress(uri: string, scheme: 'http' | 'https'): RedirectUriJudgement {
  const authority = /^\w+:\/\/([^/?\\]+)/.exec(uri)?.[1];
  if (!authority || !URL.canParse(uri)) return refuse('malformed', 'It is not a complete address.');
  if (/[\\*]/.test(uri)) return refuse('malformed', 'It has a \\ or *. Spotify does not support wildcards.');
  const url = new URL(uri);
  if (authority.includes('@')) {
    url.username = url.password = '';
    return refuse('malformed', 'It has a user name or password.', allowedOrInstead(url.href));
  }
  const host = url.hostname.replace(/\.+$/, '');
  const onHost = (hostname: string) => {
    const other = new URL(url);
    other.hostname = hostname;
    return allowedOrInstead(other.href);
  };
  if (/(^|\.)localhost$/.test(host)) {
    return refuse('localhost', 'Spotify refuses the host name localhost, even with https.', onHost('127.0.0.1'));
  }
  const writtenHost = authority.replace(/:\d*$/, '');
  const isOnLoopback = writtenHost === '127.0.0.1' || writtenHost === '[::1]';
  if (isOnLoopback && url.pathname.includes('-')) {
    const reason = 'Spotify has rejected hyphens in the path of loopback addresses.';
    return refuse('malformed', reason, `${uri.slice(0, uri.indexOf(authority))}${authority}/`);
  }
  if (scheme === 'https' || isOnLoopback) return allowed;
  if (host === '[::1]') {
    return refuse('insecure', 'This machine must be written as [::1] or 127.0.0.1.', onHost('[::1]'));
  }
  if (/^(127\.[\d.]+|0\.0\.0\.0|\[::\]|\[::ffff:7f.*)$/.test(host)) {
    return refuse('insecure', 'For this machine, Spotify accepts only 127.0.0.1 or [::1].', onHost('127.0.0.1'));
  }
  return refuse(
    'insecure',
    'Spotify accepts http only on 127.0.0.1 and [::1].',
    allowedOrInstead(uri.replace(/^http/i, 'https')),
  );
}

/** The redirect URI of a page, and whether Spotify accepts it. */
export interface PageRedirectUri {
  /** As it is sent to Spotify, and as it must be registered. */
  readonly sent: string;
  readonly judgement: RedirectUriJudgement;
}

/**
 * The redirect URI of the page at `pageUrl`: the folder of the page with its final slash, without query and
 * `index.html`. The judgement has no `instead` if that has another path, because the page may not be served there.
 */
export function redirectUriOf(pageUrl: string): PageRedirectUri {
  const sent = ownFolderOf(pageUrl);
  const judgement = judgeRedirectUri(sent);
  if (judgement.verdict === 'allowed' || judgement.instead === undefined) return { sent, judgement };
  const { instead, ...rest } = judgement;
  const isSamePage = new URL(instead).pathname === new URL(pageUrl).pathname.replace(/[^/]*$/, '');
  return { sent, judgement: isSamePage ? judgement : rest };
}
