import { getAccount } from '../../listening/account.ts';
import type { KeptAccount } from '../../keeper/record/state.ts';
import type { RefrainError } from '../../errors/refrain-error.ts';
import type { CommandContext } from '../context/context.ts';
import { toRefrainError } from '../terminal/errors.ts';

/** Gets the account of a token, or the error if that fails. The token may still be valid. */
export async function tryGetAccount(
  accessToken: string,
  { endpoints, fetch, clock }: Pick<CommandContext, 'endpoints' | 'fetch' | 'clock'>,
): Promise<{ readonly account?: KeptAccount; readonly error?: RefrainError }> {
  try {
    const { id, accountId, displayName } = await getAccount({ accessToken, endpoints, fetch, now: () => clock.now() });
    return { account: { id, accountId, displayName } };
  } catch (error) {
    return { error: toRefrainError(error) };
  }
}

/** The account's name on one line, with its ID: `Maya Lindqvist (maya.lindqvist)`. Safe to print on a terminal. */
export function accountName(account: Pick<KeptAccount, 'id' | 'displayName'>): string {
  const [name, id] = [displayNameOf(account), printable(account.id)];
  return name === id ? id : `${name} (${id})`;
}

/** The account's name without its ID: `Maya Lindqvist`. The ID if it has no name. */
export function displayNameOf({ id, displayName }: Pick<KeptAccount, 'id' | 'displayName'>): string {
  return (displayName && printable(displayName)) || printable(id);
}

// Joiners are allowed: emoji and some scripts need them.
const controlCharacters = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

const printable = (text: string) => text.replace(controlCharacters, ' ').replace(/ {2,}/g, ' ').trim();
