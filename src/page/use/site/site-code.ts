import type { SnippetOptions } from '../snippets/snippet.ts';

/** A way to show the plays on a site: at most ten lines of code, as short as the short programs. */
export interface SiteCode {
  readonly name: 'Static site' | 'README' | 'HTML element' | 'Next.js';
  readonly text: string;
  /** The file that the text is a part of. */
  readonly whole?: { readonly fileName: string; readonly text: string };
}

/** What the code needs to know of a token. */
export type SiteOptions = Pick<SnippetOptions, 'grant' | 'clientId' | 'endpoints'>;

/** The folder of the lists on the user's site. The user replaces the host. */
export const siteFolder = 'https://example.com/listening';
