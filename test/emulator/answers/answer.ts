import type { Client } from '../client.ts';

/** One known answer of Spotify. */
export interface Answer {
  /** The section of docs/spotify.md, and what it says. */
  readonly name: string;
  /** Asks the emulator, with its own client, listeners and clock. */
  readonly ask: (client: Client) => Promise<Response>;
  readonly status: number;
  /** The body: exact text or JSON, or a matcher if the document states only a part. */
  readonly body?: unknown;
  /** Headers by name. `null`: must be absent. */
  readonly headers?: Readonly<Record<string, unknown>>;
}
