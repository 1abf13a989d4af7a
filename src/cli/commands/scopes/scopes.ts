import { isScope, scopes as allScopes, type Scope } from '../../../spotify/scopes.ts';
import { didYouMean } from '../../terminal/suggest.ts';
import type { CommandModule, CommandOutcome } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { paint } from '../../terminal/text.ts';
import { findOperations, operationsLike } from './find-operations.ts';
import { readOperationQuery } from './operation-query.ts';
import { presetFacts, scopeFacts } from './scope-facts.ts';
import { howToGoOn, operationWords, presetList, scopeDetails, scopeList } from './scope-text.ts';
import { scopesWanted } from '../../terminal/scope-flags.ts';
import { usageError } from '../../context/usage-error.ts';

interface Given {
  readonly for?: string;
  readonly preset?: string | true;
  readonly endpoints?: boolean;
}

/** Explains Spotify's scopes. Sends nothing, and needs no token. */
export const scopes: CommandModule<Given> = {
  examples: [
    'refrain scopes user-top-read',
    'refrain scopes --for "GET /me/player/recently-played"',
    'refrain scopes --preset listening-history',
  ],

  declare(command) {
    command
      .argument('[NAME...]', 'scopes to be told of')
      .option('--for <CALL>', 'which scopes a call of the Web API asks for')
      .option('--preset [NAME]', 'what a preset holds; without a name, all of them')
      .option('--endpoints', 'what each scope opens');
  },

  async run(context, given, words) {
    const ways = [given.for !== undefined, given.preset !== undefined, words.length > 0].filter(Boolean);
    if (ways.length > 1) throw usageError('Ask for one thing at a time: NAME, --for or --preset.');
    if (given.for !== undefined) return forCall(context, given.for);
    if (given.preset === true) return everyPreset(context);
    const wanted = given.preset === undefined ? named(words) : scopesWanted({ preset: [given.preset] });
    const facts = scopeFacts(wanted);
    const colours = coloursOf(context);
    if (given.endpoints || words.length > 0) return { data: { scopes: facts }, text: scopeDetails(facts, colours) };
    const hint = context.stdoutIsTerminal && wanted === undefined ? howToGoOn(facts.length) : '';
    return {
      data: { scopes: facts, ...(wanted === undefined && { presets: presetFacts() }) },
      text: `${scopeList(facts, colours)}${hint}`,
    };
  },
};

const coloursOf = ({ stdoutIsTerminal, environment }: CommandContext) =>
  paint(stdoutIsTerminal && !environment.noColor);

function named(words: readonly string[]): readonly Scope[] | undefined {
  if (words.length === 0) return undefined;
  return words
    .flatMap((word) => word.split(/[\s,]+/).filter(Boolean))
    .map((word) => {
      const name = word.toLowerCase();
      if (isScope(name)) return name;
      const known = allScopes.map((scope) => scope.name);
      throw usageError(
        `Spotify has no scope \u201c${word.slice(0, 60)}\u201d.${didYouMean(word, known) || ' All of them: refrain scopes'}`,
      );
    });
}

function everyPreset(context: CommandContext): CommandOutcome {
  return { data: { presets: presetFacts() }, text: presetList(presetFacts(), coloursOf(context)) };
}

function forCall(context: CommandContext, asked: string): CommandOutcome {
  const query = readOperationQuery(asked);
  const found = findOperations(query);
  if (found.length === 0) {
    const like = operationsLike(query);
    const named = `${query.method ?? ''} ${query.path}`.trim().slice(0, 100);
    const meant = like.length > 0 ? ` Did you mean ${like.slice(0, 3).join(', or ')}?` : '';
    throw usageError(`Spotify\u2019s Web API has no ${named}, as far as is known here.${meant}`);
  }
  return { data: { operations: found.map(asJson) }, text: operationWords(found, coloursOf(context)) };
}

const asJson = ({ note, ...operation }: ReturnType<typeof findOperations>[number]) => ({
  ...operation,
  note: note ?? null,
});
