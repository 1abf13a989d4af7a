import { defaultPreset, presets } from '../../spotify/presets.ts';
import { RefrainError } from '../../spotify/refrain-error.ts';
import { scopes, type Scope } from '../../spotify/scopes.ts';
import type { CommandContext } from '../context.ts';

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

const howToGetOne = [
  'This needs an app of your own in Spotify\u2019s dashboard. Its owner needs Premium.',
  '  https://developer.spotify.com/dashboard',
  'There, as a redirect URI, add this one, letter for letter, and save:',
  '  http://127.0.0.1/',
  '',
].join('\n');

/** @throws RefrainError `interrupted` from each where Ctrl-C or Escape was pressed */
export async function questionsFor({ stdin, stderr, signal }: CommandContext): Promise<Questions> {
  const clack = await import('@clack/prompts');
  // Words go to standard error: standard output is for data.
  const shared = { input: stdin, output: stderr as unknown as NodeJS.WriteStream, signal };
  const answer = async <Value>(asked: Promise<Value>): Promise<Exclude<Value, symbol>> => {
    const value = await asked;
    if (clack.isCancel(value)) throw new RefrainError('interrupted');
    return value as Exclude<Value, symbol>;
  };
  const filled = (text: string | undefined) => (text?.trim() ? undefined : 'It is empty.');

  return {
    clientId: async (before) => {
      if (!before) stderr.write(howToGetOne);
      const text = await answer(
        clack.text({
          ...shared,
          message: 'Client ID (in your app\u2019s Settings, under Basic Information)',
          validate: filled,
          ...(before ? { initialValue: before } : {}),
        }),
      );
      return text.trim();
    },
    scopes: async () => {
      const chosen = await answer(
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
      return answer(
        clack.autocompleteMultiselect<Scope>({
          ...shared,
          message: 'Scopes (type to search, Tab chooses, Enter ends)',
          maxItems: 10,
          options: scopes.map(({ name, words }) => ({ value: name, label: name, hint: words })),
        }),
      );
    },
    clientSecret: async () =>
      (
        await answer(
          clack.password({
            ...shared,
            message: 'Client secret (View client secret, on the same page)',
            validate: filled,
          }),
        )
      ).trim(),
    authorizedAt: async (dateOf) => {
      const problemOf = (text: string) => {
        try {
          dateOf(text);
          return undefined;
        } catch (error) {
          return (error as RefrainError).detail ?? 'That is no date.';
        }
      };
      const text = await answer(
        clack.text({
          ...shared,
          message: 'When was its consent given? (2026-11-24; Enter where nobody knows)',
          defaultValue: '',
          validate: (typed) => (typed?.trim() ? problemOf(typed.trim()) : undefined),
        }),
      );
      return text.trim() ? dateOf(text.trim()) : undefined;
    },
    refreshToken: async () => answer(clack.password({ ...shared, message: 'Refresh token', validate: filled })),
  };
}

function wordsOf(names: readonly Scope[]): string {
  return scopes
    .filter(({ name }) => names.includes(name))
    .map(({ words }) => words.toLowerCase())
    .join(', ');
}
