import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { allowedInFiles, allowedOnStdout } from './allowed.ts';
import { disguiseIn, shortest, wantedFor } from './disguises.mjs';
import { listenToServers, secretsOnTheWire, type SecretKind } from './wire.ts';

const variables: Readonly<Record<string, SecretKind>> = {
  SPOTIFY_CLIENT_SECRET: 'client secret',
  SPOTIFY_REFRESH_TOKEN: 'refresh token',
  SPOTIFY_ACCESS_TOKEN: 'access token',
};

/** A text to search, and the secrets that are allowed in it. */
interface Place {
  readonly name: string;
  readonly text: () => string;
  readonly allowed: readonly SecretKind[];
}

const open = new Set<SecretSearch>();

/** Adds a text that no command printed, such as the text of a browser tab, to every open search. */
export function searchToo(name: string, text: string, allowed: readonly SecretKind[] = []): void {
  for (const search of open) search.note(name, text, allowed);
}

/**
 * Collects every secret that is used while commands run, and then searches all arguments, outputs and files for them.
 * It reports the kind and the place of a leak, never the secret.
 */
export class SecretSearch {
  readonly #kinds = new Map<string, SecretKind>();
  readonly #places: Place[] = [];
  readonly #folders: string[] = [];
  readonly #heard: string[] = [];
  readonly #stopListening = listenToServers((text) => this.#heard.push(text));

  constructor() {
    open.add(this);
  }

  /** Adds a secret that is not sent over HTTP. A text that is too short to be a secret is ignored. */
  learn(kind: SecretKind, secret: string): void {
    if (secret.length >= shortest) this.#kinds.set(secret, kind);
  }

  /** Searches a text, by default for every kind of secret. */
  note(name: string, text: string | (() => string), allowed: readonly SecretKind[] = []): void {
    this.#places.push({ name, text: typeof text === 'string' ? () => text : text, allowed });
  }

  /** Searches the arguments and outputs of a command, and learns the secrets in its variables and standard input. */
  noteCommand(
    args: readonly string[],
    { env = {}, stdin = '' }: { env?: Readonly<Record<string, string | undefined>>; stdin?: string | undefined },
    outputs: { readonly stdout: () => string; readonly stderr: () => string },
  ): void {
    for (const [name, kind] of Object.entries(variables)) this.learn(kind, env[name]?.trim() ?? '');
    const kindOnStdin = args.includes('--client-secret-stdin') ? 'client secret' : 'refresh token';
    for (const word of stdin.split(/[\s"'`=:]+/)) if (!word.startsWith('SPOTIFY_')) this.learn(kindOnStdin, word);
    const title = `\u201crefrain ${args.filter((word) => /^(?:--?)?[a-z-]+$/.test(word)).join(' ')}\u201d`;
    this.note(`an argument of ${title}`, args.join('\n'));
    this.note(`standard error of ${title}`, outputs.stderr);
    const asked = allowedOnStdout.filter((row) => isAsked(row, args));
    this.note(
      `standard output of ${title}`,
      outputs.stdout,
      asked.flatMap(({ kinds }) => kinds),
    );
  }

  /** Searches every file below a folder, and its name, when the search ends. */
  noteFolder(path: string): void {
    this.#folders.push(path);
  }

  /** Every secret so far, with its kind. */
  secrets(): ReadonlyMap<string, SecretKind> {
    for (const [kind, secret] of secretsOnTheWire(this.#heard.splice(0).join('\n'))) {
      if (!this.#kinds.has(secret)) this.learn(kind, secret);
    }
    return this.#kinds;
  }

  /** Every leak so far, as text without secrets. */
  leaks(): readonly string[] {
    const secrets = [...this.secrets()].map(([secret, kind]) => [kind, wantedFor(secret)] as const);
    const places = [...this.#places, ...this.#folders.flatMap((folder) => filesBelow(folder))];
    const found = places.flatMap(({ name, text, allowed }) => {
      const read = text();
      return secrets
        .filter(([kind]) => !allowed.includes(kind))
        .map(([kind, wanted]) => [kind, disguiseIn(read, wanted)] as const)
        .filter(([, disguise]) => disguise !== undefined)
        .map(([kind, disguise]) => `${kind} (${disguise}) in ${hideSecrets(name, secrets)}`);
    });
    return [...new Set(found)];
  }

  /**
   * Ends the search.
   * @throws Error if there is a secret in a place that is not allowed
   */
  end(): void {
    this.#stopListening();
    open.delete(this);
    const leaks = this.leaks();
    if (leaks.length > 0) throw new Error(`Secrets are in places that are not allowed:\n${leaks.join('\n')}`);
  }
}

function isAsked({ command, asked }: (typeof allowedOnStdout)[number], args: readonly string[]): boolean {
  if (!args.includes(command)) return false;
  const line = args.join('\n');
  return `\n${line}\n`.includes(asked.length > 0 ? `\n${asked.join('\n')}\n` : '');
}

/** The name of a place. If it contains a secret, it is replaced. */
function hideSecrets(name: string, secrets: readonly (readonly [SecretKind, ReturnType<typeof wantedFor>])[]): string {
  return secrets.some(([, wanted]) => disguiseIn(name, wanted)) ? 'the name of a file' : name;
}

/** Links are not followed. Their target is searched in its own place, or is not part of the run. */
function filesBelow(folder: string): Place[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const names: Place = {
    name: 'the name of a file',
    text: () => entries.map(({ name }) => name).join('\n'),
    allowed: [],
  };
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return [
    names,
    ...files.map((path): Place => {
      const below = relative(folder, path).split(sep).join('/');
      return {
        name: `the file ${below}`,
        text: () => readFileSync(path, 'latin1'),
        allowed: allowedInFiles.filter((row) => row.path.test(below)).flatMap(({ kinds }) => kinds),
      };
    }),
  ];
}
