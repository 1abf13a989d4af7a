import type { Sending } from '../grants/answer.ts';
import type { Endpoints } from '../spotify/endpoints.ts';

/** What every request to the Web API needs. */
export interface WebApiRequest extends Sending {
  readonly accessToken: string;
  readonly endpoints: Endpoints;
  /** The clock, epoch milliseconds. */
  readonly now: () => number;
}
