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

/** Shows the form. Asks first if a token would be lost; returns false if the user stays. */
export function leaveForForm(page: PageContext): boolean {
  const loss = leaveWarning();
  if (loss && !page.window.confirm(appText.leaving.confirm(loss))) return false;
  startOver(page);
  return true;
}

/** A link back to the form. */
export function StartOverLink({ page, children, ...more }: Properties) {
  const leave = (event: MouseEvent) => {
    event.preventDefault();
    leaveForForm(page);
  };
  return (
    <a {...more} href={page.home} onClick={leave}>
      {children}
    </a>
  );
}
