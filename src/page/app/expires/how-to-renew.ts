import { isLoopback } from '../../../spotify/loopback.ts';
import { appText } from '../../text/app-text.ts';

const text = appText.calendar;

/**
 * How a reminder tells the user to sign in again: with a link to the filled-in form. For a page on loopback it says how to
 * start Refrain instead, because by then nothing, or another program, may answer at that address.
 */
export function howToRenew(formUrl: string): { readonly text: typeof text; readonly formUrl?: string } {
  const { hostname, search } = new URL(formUrl);
  return isLoopback(hostname) ? { text: { ...text, signInAgain: text.startAgain(search) } } : { text, formUrl };
}
