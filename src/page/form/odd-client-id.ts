import { formPartsText } from '../text/form-parts-text.ts';

/** A hint about an unusual client ID. It is shown next to the label, and Connect still works. */
export function describeOddity(clientId: string): string {
  const { clientIdCharacters, clientIdLength } = formPartsText;
  return clientId.length === 32 ? clientIdCharacters : clientIdLength(clientId.length);
}
