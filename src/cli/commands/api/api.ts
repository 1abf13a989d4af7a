import { isRefrainError, type RefrainError } from '../../../errors/refrain-error.ts';
import { ask } from '../../../http/ask.ts';
import { judgeWebApiAnswer } from '../../../listening/web-api.ts';
import type { CommandModule } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { needsPerson } from '../../context/exit-code.ts';
import { declareUnsavedFlag, type UnsavedFlag } from '../../profile/records/unsaved.ts';
import { useToken } from '../../profile/use-token.ts';
import { formatError } from '../../terminal/errors.ts';
import { readApiPath } from './api-path.ts';

/** Milliseconds for the answer, and for a refresh before it. */
const maxTime = 30_000;

/** Prints the answer of a GET request to the Web API: only its body, also if it is an error. */
export const api: CommandModule<UnsavedFlag> = {
  examples: ['refrain api /me/player/recently-played', 'refrain api "/me/top/tracks?limit=5" | jq -r ".items[].name"'],

  addFlags(command) {
    command.argument('<PATH>', 'path of the Web API, with or without /v1');
    declareUnsavedFlag(command);
  },

  async run(context, flags, [path = '']) {
    const wanted = readApiPath(path);
    const { value: response } = await useToken(context, flags, 'Asking Spotify', ({ fetch }) =>
      ask(wanted, {}, { fetch, deadline: () => AbortSignal.timeout(maxTime) }),
    );
    const text = await response.clone().text();
    const body = context.stdoutIsTerminal ? escapeControls(text) : text;
    const error = await errorOf(response, context);
    if (error === undefined) return { body };
    return {
      body,
      messages: messageOf(error, context),
      exitCode: needsPerson(error.code) ? 3 : 1,
    };
  },
};

/** Writes characters that could control the terminal as JSON does (`\u001b`). Line breaks and tabs stay. */
const escapeControls = (text: string) =>
  text.replace(
    // oxlint-disable-next-line no-control-regex
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Explains an answer that is not a success. Undefined for a success, even if it is not JSON. */
async function errorOf(response: Response, { clock }: CommandContext): Promise<RefrainError | undefined> {
  if (response.ok) return undefined;
  return judgeWebApiAnswer(response, { accessToken: '', now: () => clock.now() }).then(
    () => undefined,
    (error: unknown) => {
      if (isRefrainError(error)) return error;
      throw error;
    },
  );
}

function messageOf(error: RefrainError, context: CommandContext): string {
  const { stderr, stderrIsTerminal, colour, refrain, command, clock } = context;
  const columns = stderrIsTerminal ? (stderr.columns ?? 80) : undefined;
  return formatError(error, { refrain, command, colour, now: clock.now(), columns });
}
