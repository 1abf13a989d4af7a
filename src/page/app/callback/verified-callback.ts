import type { CheckedCallback } from '../../../grants/callback.ts';
import type { Endpoints } from '../../../spotify/endpoints.ts';
import type { PendingSignIn } from '../../shared/page-context.ts';

/** A callback that was checked and claimed, with the try it answers: all that the code exchange needs but a secret. */
export interface VerifiedCallback {
  readonly pending: PendingSignIn;
  readonly callback: CheckedCallback;
  readonly endpoints: Endpoints;
  /** When it came, epoch milliseconds: consent was given then, however long the secret takes to be typed. */
  readonly receivedAt: number;
}
