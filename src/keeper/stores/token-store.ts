/** The text in a store, and its version. */
export interface StoredRecord {
  readonly record: string;
  /** A counter, an ETag or a versionstamp. A store never uses the same version for two texts. */
  readonly version: string;
}

/**
 * Stores one token. A store does not know what a token is: it holds one text, and replaces it only if its version is the
 * one that the caller has read. Compare and replace must be one atomic step. So a store with only get and set, or an
 * eventually consistent one, cannot hold a single-use token.
 */
export interface TokenStore {
  /** Whether the record ends with the process. Default: false. */
  readonly isTemporary?: boolean | undefined;
  /** Reads the newest record. Undefined if there was never one. */
  read(): Promise<StoredRecord | undefined>;
  /**
   * Durably replaces the record at `version`. Undefined: there was no record.
   * @returns false if the store holds another version; then nothing is written
   * @throws if the write failed. It may have been written anyway (a connection that broke before the answer), so
   * the caller reads again
   */
  replace(record: string, version: string | undefined): Promise<boolean>;
  /**
   * Moves an unreadable record out of the way without deleting it, and returns its new place. From then on `read` throws
   * `record_corrupt` until a new record is written, with undefined as the version. A store without this method leaves
   * such a record in place.
   */
  setAside?(version: string): Promise<string>;
}
