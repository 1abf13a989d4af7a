import { describeUnusualClientId } from '../../../text/values/client-id.ts';
import { readClientId, readClientSecret } from '../../../text/values/credentials.ts';
import type { CommandContext } from '../../context/context.ts';
import { checkEntered, fillField } from '../../context/entered-values.ts';
import { usageError } from '../../context/usage-error.ts';
import { unlessInterrupted } from '../../terminal/interrupts.ts';
import { readAll } from '../../terminal/stdin.ts';
import { wrapFor } from '../../terminal/text.ts';
import type { StartListener } from './callback/callback-listener.ts';
import type { SignInFlags } from './flags.ts';
import { createPrompts, type Prompts } from './prompts.ts';

/** Loads the prompts, if something must be asked. */
export type LoadPrompts = () => Promise<Prompts>;

/** Starts the listener and loads the prompts when the first question is asked. */
export function loadPromptsOnce(context: CommandContext, startListener?: StartListener): LoadPrompts {
  let prompts: Promise<Prompts> | undefined;
  const load = async () => {
    await startListener?.();
    return createPrompts(context);
  };
  return () => (prompts ??= load());
}

/**
 * Gets the client ID from the flag, the environment or the text with the token, in this order. If none has it, asks for
 * it, and without a terminal takes the one of the profile.
 * @param sources `redirectUri`: to show with the question; undefined if no sign-in follows
 * @throws RefrainError `wrong_usage` if there is none
 */
export async function obtainClientId(
  flags: Pick<SignInFlags, 'clientId'>,
  context: CommandContext,
  sources: {
    readonly foundId?: string | undefined;
    readonly savedId: string | undefined;
    readonly prompts: LoadPrompts;
    readonly redirectUri?: string | undefined;
  },
): Promise<string> {
  const { stderr, environment, isTerminal } = context;
  const { foundId, savedId, prompts, redirectUri } = sources;
  const say = (line: string) => stderr.write(wrapFor(context)(line));
  const flagId = checkEntered(readClientId(flags.clientId ?? ''), 'client_id', '--client-id');
  const enteredId = flagId || checkEntered(environment.clientId ?? '', 'client_id', 'SPOTIFY_CLIENT_ID');
  const knownId = fillField('client ID', enteredId, foundId, say);
  const warning = knownId && describeUnusualClientId(knownId);
  if (warning) say(`${warning}. It is used anyway.\n`);
  const clientId = knownId || (isTerminal ? await (await prompts()).clientId(savedId, redirectUri) : savedId);
  if (clientId) return clientId;
  throw usageError('A client ID is needed. Use --client-id ID, or set SPOTIFY_CLIENT_ID.');
}

/**
 * Gets the client secret from standard input, the environment or a prompt, never from an argument.
 * @throws RefrainError `wrong_usage` if there is none
 */
export async function obtainClientSecret(
  flags: Pick<SignInFlags, 'clientSecretStdin'>,
  { environment, isTerminal, stdin, stdinIsTerminal, signal }: CommandContext,
  prompts: LoadPrompts,
): Promise<string> {
  const prompt = async () => (await prompts()).clientSecret();
  const secret = flags.clientSecretStdin
    ? // A terminal would show the secret while it is typed, so the prompt hides it.
      await (stdinIsTerminal ? prompt() : unlessInterrupted(readAll(stdin), signal))
    : (environment.clientSecret ?? (isTerminal ? await prompt() : undefined));
  const clientSecret = readClientSecret(secret ?? '');
  if (clientSecret) return clientSecret;
  throw usageError('A client secret is needed. Set SPOTIFY_CLIENT_SECRET, or use --client-secret-stdin.');
}
