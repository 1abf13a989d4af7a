import type { ComponentChildren } from 'preact';
import type { PageContext } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import { leaveWarning } from '../leaving.ts';
import { startOver } from '../show-view.ts';

/** A link back to the form. Asks first if a token would be lost. */
export function StartOverLink({ page, children }: { page: PageContext; children: ComponentChildren }) {
  const leave = (event: MouseEvent) => {
    event.preventDefault();
    const loss = leaveWarning();
    if (!loss || page.window.confirm(appText.leaving.confirm(loss))) startOver(page);
  };
  return (
    <a href={page.home} onClick={leave}>
      {children}
    </a>
  );
}
