import type { Client } from '../client.ts';

/** One known answer of Spotify. */
export interface Answer {
  /** The section of docs/spotify.md that says so, and what it says. */
  readonly name: string;
  /** Asks the emulator, with a client, listeners and a clock of its own. */
  readonly ask: (client: Client) => Promise<Response>;
  readonly status: number;
  /** The body: text word for word, or JSON; a pattern, or a function, where only part of it is stated. */
  readonly body?: unknown;
  /** Headers by name; `null`: must not be there. */
  readonly headers?: Readonly<Record<string, unknown>>;
}
