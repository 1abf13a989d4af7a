import type { Endpoints } from '../../spotify/endpoints.ts';

/** The answer of the emulator to an authorization request. */
type ConsentAnswer =
  /** It asks the user. */
  | { readonly kind: 'ask' }
  /** It sends the user back without a question. */
  | { readonly kind: 'callback'; readonly parameters: URLSearchParams }
  /** It refuses with a page of one line, which does not redirect. */
  | { readonly kind: 'dead-end'; readonly line: string };

/** An emulator in the memory of the page. Nothing that is sent to it leaves the page. */
export interface PracticeEmulator {
  readonly endpoints: Endpoints;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Answers a request to `endpoints`. */
  readonly fetch: typeof fetch;
  /** A picture at `endpoints` as a `data:` URI; undefined for any other address. */
  pictureOf(address: string): string | undefined;
  /** The time in practice, epoch milliseconds. */
  now(): number;
  /** Moves the clock forward to a time in epoch milliseconds. It runs on from there. */
  moveTo(time: number): void;
  /** Whether each refresh replaces the refresh token. */
  readonly rotates: boolean;
  setRotates(rotates: boolean): void;
  /** Opens the address of the consent page. */
  authorize(address: URL): Promise<ConsentAnswer>;
  /** Presses a button of the consent page. Returns the parameters of the callback. */
  decide(address: URL, decision: 'agree' | 'cancel'): Promise<URLSearchParams>;
}
