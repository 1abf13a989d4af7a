import { cleanValue } from '../../text/values/clean-value.ts';
import { findUsualClientId } from '../../text/values/client-id.ts';

/**
 * The client ID in a text: what `readClientId` reads, except that an unusual one is not found among other text. Connect
 * reads that with the complete rules, which are too long for the first script.
 */
export function readTypedClientId(text: string): string {
  return findUsualClientId(text) ?? cleanValue(text);
}
