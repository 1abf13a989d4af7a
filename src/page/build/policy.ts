import type { Endpoints } from '../../spotify/endpoints.ts';
import { spotifyImageHosts } from '../../spotify/image-hosts.ts';
import { sha256 } from '../../text/hash.ts';

/** The source expression that allows one inline script or style. @see https://www.w3.org/TR/CSP3/#external-hash */
async function hashOf(content: string): Promise<string> {
  return `'sha256-${btoa(String.fromCharCode(...(await sha256(content))))}'`;
}

/**
 * Returns the content security policy for the page's meta element. Practice needs nothing more: it sends nothing.
 */
export async function policyFor(
  inline: { readonly script: string; readonly css: string | undefined },
  endpoints: Endpoints,
): Promise<string> {
  const hosts = [...new Set([endpoints.accountsUrl, endpoints.apiUrl])];
  const images = spotifyImageHosts.map((host) => `https://${host}`);
  return [
    "default-src 'none'",
    `script-src 'self' ${await hashOf(inline.script)}`,
    `style-src 'self'${inline.css === undefined ? '' : ` ${await hashOf(inline.css)}`}`,
    `img-src 'self' data: ${images.join(' ')}`,
    "font-src 'self'",
    // 'self' for crawlers, which ask for robots.txt under the policy of the page. The page itself never does.
    `connect-src 'self' ${hosts.join(' ')}`,
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** Headers for hosts that read this file (Netlify, Cloudflare Pages): a meta element cannot set them. */
export const headersFile = `/*
  Content-Security-Policy: frame-ancestors 'none'
  X-Frame-Options: DENY
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=()

/assets/*
  Cache-Control: public, max-age=31536000, immutable
`;
