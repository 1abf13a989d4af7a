import type { ComponentChildren } from 'preact';
import type { PageContext } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import { leaveWarning } from '../leaving.ts';
import { startOver } from '../show-view.ts';

interface Properties {
  readonly page: PageContext;
  readonly children: ComponentChildren;
  readonly class?: string;
}

/** A link back to the form. Asks first if a token would be lost. */
export function StartOverLink({ page, children, ...more }: Properties) {
  const leave = (event: MouseEvent) => {
    event.preventDefault();
    const loss = leaveWarning();
    if (!loss || page.window.confirm(appText.leaving.confirm(loss))) startOver(page);
  };
  return (
    <a {...more} href={page.home} onClick={leave}>
      {children}
    </a>
  );
}
