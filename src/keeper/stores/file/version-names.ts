/** One version: a number that only rises, and an ID that is never used twice. */
export interface Version {
  readonly number: number;
  readonly id: string;
}

/** The kinds of files in the store. `current`: an empty file whose name says which version is current. */
export type FileKind = 'current' | 'record' | 'set-aside';

/** The file name for a version. */
export function getFileName(kind: FileKind, { number, id }: Version): string {
  return `${kind}.${number}.${id}`;
}

/** The version as text, for the callers of the store. */
export function formatVersion({ number, id }: Version): string {
  return `${number}.${id}`;
}

/** Files with a higher number are not the store's. No store gets there, and a double still counts it exactly. */
const maxNumber = 9e14;

/** Parses a name of `getFileName`. Undefined for any other name. */
export function parseFileName(name: string): (Version & { readonly kind: FileKind }) | undefined {
  const parts = /^(current|record|set-aside)\.(0|[1-9]\d{0,14})\.([0-9a-f]{16})$/.exec(name);
  const [, kind, digits, id] = parts ?? [];
  const number = Number(digits);
  return kind === undefined || id === undefined || number > maxNumber
    ? undefined
    : { kind: kind as FileKind, number, id };
}

/** Finds the current version. A listing that was taken during a change may also show the version before it. */
export function findCurrentVersion(names: Iterable<string>): Version | undefined {
  let current: Version | undefined;
  for (const name of names) {
    const file = parseFileName(name);
    if (file?.kind === 'current' && file.number >= (current?.number ?? 0)) current = file;
  }
  return current;
}

/**
 * Finds files that are not needed any more: earlier versions, and files of writers that were killed or came too late. A
 * writer that prepares a version with this number or a lower one has already lost, so no age is checked.
 */
export function findLeftovers(names: Iterable<string>, current: Version): string[] {
  return [...names].filter((name) => {
    const file = parseFileName(name);
    if (file === undefined || file.id === current.id) return false;
    return file.kind === 'record'
      ? file.number <= current.number
      : file.kind === 'current' && file.number < current.number;
  });
}
