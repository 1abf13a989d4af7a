import type { Readable } from 'node:stream';
import type { RefrainError } from '../../../errors/refrain-error.ts';
import { describeUnusualClientId } from '../../../text/values/client-id.ts';
import { defaultPreset, presets } from '../../../spotify/presets.ts';
import { scopes, type Scope } from '../../../spotify/scopes.ts';
import { readClientId, readClientSecret, readRefreshToken } from '../../../text/values/credentials.ts';
import { describeWrongValue } from '../../context/entered-values.ts';
import type { CommandContext } from '../../context/context.ts';
import { createCancellation } from '../../terminal/interrupts.ts';
import { wrapFor } from '../../terminal/text.ts';
import { endWithInput } from './prompt-input.ts';

/** Questions to the user. Ctrl-C, Ctrl-D and Escape end the command: each throws RefrainError `interrupted`. */
export interface Prompts {
  /**
   * @param initial what the text box holds at first
   * @param redirectUri to register; undefined if no sign-in follows
   */
  clientId(initial: string | undefined, redirectUri?: string): Promise<string>;
  scopes(): Promise<readonly Scope[]>;
  clientSecret(): Promise<string>;
  refreshToken(): Promise<string>;
  /** Whether to print a token that could not be saved. */
  printsToken(): Promise<boolean>;
  /**
   * @param parse reads a date, or throws `wrong_usage`
   * @returns undefined if the user does not know it
   */
  authorizedAt(parse: (text: string, say: (line: string) => void) => number | undefined): Promise<number | undefined>;
}

/** The options of every prompt. */
interface PromptStreams {
  readonly input: Readable;
  readonly output: NodeJS.WriteStream;
  readonly signal: AbortSignal;
}

const registrationHint = (redirectUri: string | undefined) =>
  [
    'You need an app in Spotify’s dashboard. Its owner needs Premium.',
    '  https://developer.spotify.com/dashboard',
    ...(redirectUri === undefined
      ? []
      : ['Add this redirect URI in the app’s Settings, exactly, and press Save:', `  ${redirectUri}`]),
    '',
  ].join('\n');

const customScopes = 'custom';

/** Prompts on standard error, with @clack/prompts, which is loaded only when needed. */
export async function createPrompts(context: CommandContext): Promise<Prompts> {
  const clack = await import('@clack/prompts');
  const { stdin, stderr } = context;
  const streams = { input: stdin, output: stderr as unknown as NodeJS.WriteStream };
  const ask = async <Value>(prompt: (streams: PromptStreams) => Promise<Value>): Promise<Exclude<Value, symbol>> => {
    const value = await endWithInput(context, (signal) => prompt({ ...streams, signal }));
    if (clack.isCancel(value)) throw createCancellation();
    return value as Exclude<Value, symbol>;
  };
  const askHidden = async (message: string, problemWith: (typed: string) => string | undefined) =>
    ask((streams) => clack.password({ ...streams, message, validate: (typed = '') => problemWith(typed) }));

  return {
    async clientId(initial, redirectUri) {
      if (!initial) stderr.write(wrapFor(context)(registrationHint(redirectUri)));
      const message = 'Client ID (in your app’s Settings, under Basic Information)';
      const validate = createClientIdCheck();
      const text = await ask((streams) =>
        clack.text({ ...streams, message, validate, ...(initial ? { initialValue: initial } : {}) }),
      );
      return readClientId(text);
    },

    async scopes() {
      const choice = await ask((streams) =>
        clack.select<string>({
          ...streams,
          message: 'Which permissions (scopes) do you need?',
          initialValue: defaultPreset.name,
          options: [
            ...presets.map(({ name, scopes: names }) => ({ value: name, label: name, hint: describeScopes(names) })),
            { value: customScopes, label: 'Choose scopes one by one' },
          ],
        }),
      );
      const preset = presets.find(({ name }) => name === choice);
      if (preset) return preset.scopes;
      return ask((streams) =>
        clack.autocompleteMultiselect<Scope>({
          ...streams,
          message: 'Scopes (type to search, Tab to select, Enter to finish)',
          maxItems: 10,
          options: scopes.map(({ name, description }) => ({ value: name, label: name, hint: description })),
        }),
      );
    },

    clientSecret: () =>
      askHidden('Client secret (in Settings, under View client secret)', (typed) =>
        readClientSecret(typed) ? undefined : emptyProblem,
      ),
    refreshToken: () =>
      askHidden('Refresh token', (typed) => {
        const refreshToken = readRefreshToken(typed);
        return refreshToken ? describeWrongValue(refreshToken, 'refresh_token') : emptyProblem;
      }),

    printsToken: () => ask((streams) => clack.confirm({ ...streams, message: 'Print the token here instead?' })),

    async authorizedAt(parse) {
      const problemWith = (text: string) => {
        try {
          parse(text, () => {});
          return undefined;
        } catch (error) {
          return (error as RefrainError).detail ?? 'This is not a date.';
        }
      };
      const text = await ask((streams) =>
        clack.text({
          ...streams,
          message: 'When did you approve it? (YYYY-MM-DD, or press Enter if you don’t know)',
          defaultValue: '',
          validate: (typed) => (typed?.trim() ? problemWith(typed.trim()) : undefined),
        }),
      );
      return text.trim() ? parse(text.trim(), (line) => stderr.write(line)) : undefined;
    },
  };
}

const emptyProblem = 'Enter a value.';

/** Refuses an unusual client ID once, and accepts it when it is entered again: only Spotify knows which IDs exist. */
function createClientIdCheck(): (typed: string | undefined) => string | undefined {
  let refused: string | undefined;
  return (typed) => {
    const clientId = readClientId(typed ?? '');
    if (clientId === '') return emptyProblem;
    const wrong = describeWrongValue(clientId, 'client_id');
    if (wrong) return `${wrong}.`;
    const warning = describeUnusualClientId(clientId);
    if (warning === undefined || clientId === refused) return undefined;
    refused = clientId;
    return `${warning}. Press Enter again to use it anyway.`;
  };
}

function describeScopes(names: readonly Scope[]): string {
  return scopes
    .filter(({ name }) => names.includes(name))
    .map(({ description }) => description.toLowerCase())
    .join(', ');
}
