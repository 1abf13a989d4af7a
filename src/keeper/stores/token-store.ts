/** What a store holds: a text and the store's own mark for this very state of it. */
export interface StoredRecord {
  readonly record: string;
  /** A counter, an ETag, a versionstamp: never the same again once something else stood there. */
  readonly version: string;
}

/**
 * Where one token lives. A store knows nothing of tokens: it keeps one text, and replaces it only where what it replaces
 * is what its caller has seen. A store that cannot compare and replace in one atomic step (an eventually consistent
 * key-value store, a plain get and set) can't hold a token that may rotate.
 */
export interface TokenStore {
  /** The newest record; undefined where nothing was ever kept. */
  read(): Promise<StoredRecord | undefined>;
  /**
   * Durably replaces what stood at `version` (undefined: nothing).
   * @returns false, and nothing is written, where something else stands
   * @throws where nothing can be written now. Whether it was written all the same (a connection that broke before the
   * answer) is told by reading again
   */
  replace(record: string, version: string | undefined): Promise<boolean>;
  /**
   * Puts a record that cannot be read out of the way without losing it, and says where it is now. From then on `read`
   * throws `record_corrupt` until something new is kept, for which `replace` takes undefined as its version. A store
   * without it leaves such a record where it stands.
   */
  setAside?(version: string): Promise<string>;
}
