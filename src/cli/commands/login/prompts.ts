import { defaultPreset, presets } from '../../../spotify/presets.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { scopes, type Scope } from '../../../spotify/scopes.ts';
import { describeUnusualClientId } from '../../../spotify/client-id.ts';
import { readClientId } from '../../../text/values/client-id.ts';
import { readClientSecret } from '../../../text/values/client-secret.ts';
import { readRefreshToken } from '../../../text/values/refresh-token.ts';
import type { CommandContext } from '../../context/context.ts';
import { wrapFor } from '../../terminal/text.ts';
import { answered } from './answered.ts';

/** Asks a person at the terminal, with @clack/prompts, which is loaded only then. Ctrl-C ends the command. */
export interface Questions {
  clientId(before: string | undefined): Promise<string>;
  scopes(): Promise<readonly Scope[]>;
  clientSecret(): Promise<string>;
  refreshToken(): Promise<string>;
  /** Undefined where nobody knows. `dateOf` reads a date, or throws wrong usage. */
  authorizedAt(dateOf: (text: string) => number): Promise<number | undefined>;
}

const byHand = 'by hand';

/** What every prompt is given. */
interface Shared {
  readonly input: CommandContext['stdin'];
  readonly output: NodeJS.WriteStream;
  readonly signal: AbortSignal;
}

const howToGetOne = [
  'This needs an app of your own in Spotify\u2019s dashboard. Its owner needs Premium.',
  '  https://developer.spotify.com/dashboard',
  'There, as a redirect URI, add this one, letter for letter, and save:',
  '  http://127.0.0.1/',
  '',
].join('\n');

/** @throws RefrainError `interrupted` from each where Ctrl-C or Escape was pressed */
export async function questionsFor(context: CommandContext): Promise<Questions> {
  const clack = await import('@clack/prompts');
  const { stdin, stderr } = context;
  // Words go to standard error: standard output is for data.
  const shared = { input: stdin, output: stderr as unknown as NodeJS.WriteStream };
  const answer = async <Value>(ask: (shared: Shared) => Promise<Value>): Promise<Exclude<Value, symbol>> => {
    const value = await answered(context, (signal) => ask({ ...shared, signal }));
    if (clack.isCancel(value)) throw new RefrainError('interrupted');
    return value as Exclude<Value, symbol>;
  };
  const unlessEmpty = (value: string) => (value ? undefined : 'It is empty.');

  return {
    clientId: async (before) => {
      if (!before) stderr.write(wrapFor(context)(howToGetOne));
      const validate = twiceIfOdd();
      const text = await answer((shared) =>
        clack.text({
          ...shared,
          message: 'Client ID (in your app\u2019s Settings, under Basic Information)',
          validate,
          ...(before ? { initialValue: before } : {}),
        }),
      );
      return readClientId(text);
    },
    scopes: async () => {
      const chosen = await answer((shared) =>
        clack.select<string>({
          ...shared,
          message: 'What may the token do?',
          initialValue: defaultPreset.name,
          options: [
            ...presets.map(({ name, scopes: names }) => ({ value: name, label: name, hint: wordsOf(names) })),
            { value: byHand, label: 'Choose scopes one by one' },
          ],
        }),
      );
      const preset = presets.find(({ name }) => name === chosen);
      if (preset) return preset.scopes;
      return answer((shared) =>
        clack.autocompleteMultiselect<Scope>({
          ...shared,
          message: 'Scopes (type to search, Tab chooses, Enter ends)',
          maxItems: 10,
          options: scopes.map(({ name, description }) => ({ value: name, label: name, hint: description })),
        }),
      );
    },
    clientSecret: async () =>
      readClientSecret(
        await answer((shared) =>
          clack.password({
            ...shared,
            message: 'Client secret (View client secret, on the same page)',
            validate: (typed) => unlessEmpty(readClientSecret(typed ?? '')),
          }),
        ),
      ),
    authorizedAt: async (dateOf) => {
      const problemOf = (text: string) => {
        try {
          dateOf(text);
          return undefined;
        } catch (error) {
          return (error as RefrainError).detail ?? 'That is no date.';
        }
      };
      const text = await answer((shared) =>
        clack.text({
          ...shared,
          message: 'When was its consent given? (2026-11-24; Enter where nobody knows)',
          defaultValue: '',
          validate: (typed) => (typed?.trim() ? problemOf(typed.trim()) : undefined),
        }),
      );
      return text.trim() ? dateOf(text.trim()) : undefined;
    },
    refreshToken: async () =>
      answer((shared) =>
        clack.password({
          ...shared,
          message: 'Refresh token',
          validate: (typed) => unlessEmpty(readRefreshToken(typed ?? '')),
        }),
      ),
  };
}

/** Says once what is odd about a client ID, and takes it when it is entered again: Spotify alone knows. */
function twiceIfOdd(): (typed: string | undefined) => string | undefined {
  let doubted: string | undefined;
  return (typed) => {
    const text = readClientId(typed ?? '');
    if (text === '') return 'It is empty.';
    const oddity = describeUnusualClientId(text);
    if (oddity === undefined || text === doubted) return undefined;
    doubted = text;
    return `${oddity}. Press Enter again to use it anyway.`;
  };
}

function wordsOf(names: readonly Scope[]): string {
  return scopes
    .filter(({ name }) => names.includes(name))
    .map(({ description }) => description.toLowerCase())
    .join(', ');
}
