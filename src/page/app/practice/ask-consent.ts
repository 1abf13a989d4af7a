import { RefrainError } from '../../../errors/refrain-error.ts';
import { deadEnds } from '../../../spotify/dead-ends.ts';
import type { PageContext, PendingSignIn } from '../../shared/page-context.ts';
import { dropPendingSignIn } from '../../sign-in/pending-sign-in.ts';
import { handleCallback } from '../callback/handle-callback.ts';
import { showAlert } from '../parts/alert.tsx';
import { showView } from '../show-view.ts';
import { addHistoryEntry } from './history.ts';

/**
 * Sends the user to the emulator's consent page, which is a view of this page. So the sign-in is pending in memory, also if
 * the browser blocks storage. It takes the place of one that is pending at Spotify.
 */
export async function askConsent(page: PageContext, address: URL, pending: PendingSignIn): Promise<void> {
  dropPendingSignIn(() => page.window.sessionStorage);
  const answer = await page.practice()?.authorize(address);
  switch (answer?.kind) {
    case 'ask':
      addHistoryEntry(page);
      return showView(page, { kind: 'consent', address, pending });
    case 'callback':
      return handleCallback(page, answer.parameters, new URLSearchParams(), pending);
    case 'dead-end':
      return showDeadEnd(page, address, answer.line);
  }
}

/** Answers the consent page, and handles the callback that follows like Spotify's. */
export async function answerConsent(
  page: PageContext,
  address: URL,
  pending: PendingSignIn,
  decision: 'agree' | 'cancel',
): Promise<void> {
  const parameters = await page.practice()?.decide(address, decision);
  if (parameters) await handleCallback(page, parameters, new URLSearchParams(), pending);
}

/** Shows an alert for a line that Spotify would show on a white page. The alert also says how to fix it. */
function showDeadEnd(page: PageContext, address: URL, line: string): void {
  const code = deadEnds.find(({ texts }) => texts.includes(line))?.code ?? 'client_unknown';
  const redirectUri = address.searchParams.get('redirect_uri');
  showAlert(
    page,
    new RefrainError(code, { spotifySaid: line }),
    code.startsWith('redirect_uri') && redirectUri ? { redirectUri } : {},
  );
}
