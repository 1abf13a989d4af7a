import type { CheckedCallback } from '../../../grants/callback.ts';
import type { Endpoints } from '../../../spotify/endpoints.ts';
import type { PendingSignIn } from '../../shared/page-context.ts';

/** A callback that was checked and is used for the first time, with its sign-in: all that the code exchange needs, except a secret. */
export interface VerifiedCallback {
  readonly pending: PendingSignIn;
  readonly callback: CheckedCallback;
  readonly endpoints: Endpoints;
  /** When the callback arrived, epoch milliseconds. This is the time of consent, even if the secret is entered later. */
  readonly receivedAt: number;
}
