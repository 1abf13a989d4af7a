/** One version: a number that only rises, and an id that is never given twice. */
export interface Version {
  readonly number: number;
  readonly id: string;
}

/** What a file of the store is. `current`: an empty file whose name says which version stands. */
export type FileKind = 'current' | 'record' | 'set-aside';

/** The name that a file has for a version. */
export function fileName(kind: FileKind, { number, id }: Version): string {
  return `${kind}.${number}.${id}`;
}

/** A version as the store's callers see it. */
export function versionText({ number, id }: Version): string {
  return `${number}.${id}`;
}

/** Higher numbers are nobody's: far below what a double counts exactly, far above what is ever written. */
const highest = 9e14;

/** Reads a name that `fileName` made; undefined for every other. */
export function parseFileName(name: string): (Version & { readonly kind: FileKind }) | undefined {
  const parts = /^(current|record|set-aside)\.(0|[1-9]\d{0,14})\.([0-9a-f]{16})$/.exec(name);
  const [, kind, digits, id] = parts ?? [];
  const number = Number(digits);
  return kind === undefined || id === undefined || number > highest
    ? undefined
    : { kind: kind as FileKind, number, id };
}

/** The version that stands, by the names in the folder. A listing taken during a change may show the last one too. */
export function currentVersion(names: Iterable<string>): Version | undefined {
  let current: Version | undefined;
  for (const name of names) {
    const file = parseFileName(name);
    if (file?.kind === 'current' && file.number >= (current?.number ?? 0)) current = file;
  }
  return current;
}

/**
 * The names that nobody needs once a version stands: what stood before, and what writers left behind that died or came
 * too late. Whoever prepares a version of that number or a lower one has lost already, so no clock is asked.
 */
export function leftoverNames(names: Iterable<string>, standing: Version): string[] {
  return [...names].filter((name) => {
    const file = parseFileName(name);
    if (file === undefined || file.id === standing.id) return false;
    return file.kind === 'record'
      ? file.number <= standing.number
      : file.kind === 'current' && file.number < standing.number;
  });
}
