import { findClientId, readRefreshToken } from '../../../text/values/credentials.ts';
import { findConsentDay } from '../../../text/values/consent-date.ts';
import { appText } from '../../text/app-text.ts';

interface OtherFields {
  readonly clientId: string;
  /** `2026-11-24`, or an empty string. */
  readonly day: string;
}

/** What a text in the token's box says: `fields` with the empty ones filled, and a note if it contradicts the others. */
export function readPasted(
  pasted: string,
  fields: OtherFields,
  now: number,
): { readonly hasToken: boolean; readonly fields: OtherFields; readonly note: string } {
  const clientId = findClientId(pasted) ?? '';
  const day = findConsentDay(pasted, now) ?? '';
  const differs = (field: string, found: string) => field !== '' && found !== '' && field !== found;
  return {
    hasToken: readRefreshToken(pasted) !== '',
    fields: { clientId: fields.clientId || clientId, day: fields.day || day },
    note: differs(fields.clientId, clientId) || differs(fields.day, day) ? appText.check.differs : '',
  };
}
