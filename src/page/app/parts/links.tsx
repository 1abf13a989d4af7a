import type { ComponentChildren } from 'preact';

/** A link to elsewhere: it opens beside this page, which would wipe its tokens if it were left, and tells no referrer. */
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
    <span class="vh"> (opens beside)</span>
  </a>
);

/** Spotify's page where an account's apps are removed. */
export const AccountAppsLink = () => (
  <ExternalLink href="https://www.spotify.com/account/apps/">spotify.com/account/apps</ExternalLink>
);
