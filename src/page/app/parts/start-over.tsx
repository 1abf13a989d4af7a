import type { ComponentChildren } from 'preact';
import type { PageContext } from '../../shared/page-context.ts';
import { leaveWarning } from '../leaving.ts';
import { startOver } from '../show-view.ts';

/** Back to the form; a token that would be lost asks first. */
export function StartOverLink({ page, children }: { page: PageContext; children: ComponentChildren }) {
  const leave = (event: MouseEvent) => {
    event.preventDefault();
    const loss = leaveWarning();
    if (!loss || page.window.confirm(`${loss} Go on?`)) startOver(page);
  };
  return (
    <a href={page.redirectUri.sent} onClick={leave}>
      {children}
    </a>
  );
}
