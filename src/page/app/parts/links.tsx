import type { ComponentChildren } from 'preact';
import { appText } from '../../text/app-text.ts';

/** A link that opens in a new tab, so that this page keeps its tokens, and that sends no referrer. */
export const ExternalLink = ({
  href,
  children,
  ...more
}: {
  href: string;
  children: ComponentChildren;
  class?: string;
}) => (
  <a {...more} href={href} target="_blank" rel="noopener noreferrer">
    {children}
    <span class="vh"> {appText.newTab}</span>
  </a>
);
