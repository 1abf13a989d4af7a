import { htmlElement } from './site/html-element.ts';
import { nextHandler } from './site/next-handler.ts';
import { readme } from './site/readme.ts';
import type { SiteCode, SiteOptions } from './site/site-code.ts';
import { staticSite } from './site/static-site.ts';

/** The ways to show the plays on a site, for a grant with a refresh token. The client ID is in them, but no token. */
export function siteCodeFor(options: SiteOptions): readonly SiteCode[] {
  return [staticSite(options), readme(), htmlElement(), nextHandler(options)];
}
