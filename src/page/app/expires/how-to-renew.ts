import { isLoopback } from '../../../spotify/loopback.ts';
import { appText } from '../../text/app-text.ts';

const text = appText.calendar;

/**
 * How a reminder says to sign in again: with a link to the filled-in form, or on loopback, where nothing or another program
 * may run by then, with how to start Refrain.
 */
export function howToRenew(formUrl: string): { readonly text: typeof text; readonly formUrl?: string } {
  const { hostname, search } = new URL(formUrl);
  return isLoopback(hostname) ? { text: { ...text, signInAgain: text.startAgain(search) } } : { text, formUrl };
}
