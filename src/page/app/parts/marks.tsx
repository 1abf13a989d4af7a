import type { ComponentChildren } from 'preact';

/** The repeat sign. */
export const Sign = ({ end = false }: { end?: boolean }) => <i class={end ? 'sign end' : 'sign'} />;

/** A whole note, `x` and `y` in staff spaces; its outline stands in the page itself. */
export function Note({ x, y }: { x: number; y: number }) {
  return (
    <svg class="note" style={{ '--x': x, '--y': y }} viewBox="0 0 17 10">
      <use href="#note" />
    </svg>
  );
}

/** One measure's staff; what stands on it is ornament. */
export const Staff = ({ children }: { children?: ComponentChildren }) => (
  <div class="staff" aria-hidden="true">
    {children}
  </div>
);

/** A link to elsewhere: it opens beside this page, which would wipe its tokens if it were left, and tells no referrer. */
export const Beside = ({ href, children, ...more }: { href: string; children: ComponentChildren; class?: string }) => (
  <a {...more} href={href} target="_blank" rel="noopener noreferrer">
    {children}
    <span class="vh"> (opens beside)</span>
  </a>
);

/** Spotify's page where an account's apps are removed. */
export const AccountApps = () => <Beside href="https://www.spotify.com/account/apps/">spotify.com/account/apps</Beside>;
