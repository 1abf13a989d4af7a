import type { ComponentChildren } from 'preact';
import type { Page } from '../page.ts';
import { hasUncopiedToken } from './leaving.ts';
import { startOver } from './stage.ts';

/** Back to the form; a token that nobody has copied asks first. */
export function StartOver({ page, children }: { page: Page; children: ComponentChildren }) {
  const leave = (event: MouseEvent) => {
    event.preventDefault();
    const words = 'You have not copied the token, and it will be gone from this page. Go on?';
    if (!hasUncopiedToken() || page.window.confirm(words)) startOver(page);
  };
  return (
    <a href={page.redirectUri.sent} onClick={leave}>
      {children}
    </a>
  );
}
