import type { ComponentChildren } from 'preact';
import type { PageContext } from '../../shared/page-context.ts';
import { whatLeavingLoses } from '../leaving.ts';
import { startOver } from '../stage.ts';

/** Back to the form; a token that would be lost asks first. */
export function StartOver({ page, children }: { page: PageContext; children: ComponentChildren }) {
  const leave = (event: MouseEvent) => {
    event.preventDefault();
    const loss = whatLeavingLoses();
    if (!loss || page.window.confirm(`${loss} Go on?`)) startOver(page);
  };
  return (
    <a href={page.redirectUri.sent} onClick={leave}>
      {children}
    </a>
  );
}
