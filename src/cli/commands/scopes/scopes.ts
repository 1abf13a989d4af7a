import { isScope, scopes, type Scope } from '../../../spotify/scopes.ts';
import type { CommandModule, CommandOutcome } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { usageError } from '../../context/usage-error.ts';
import { paint } from '../../terminal/text.ts';
import { selectScopes } from '../../terminal/scope-flags.ts';
import { didYouMean } from '../../terminal/suggest.ts';
import { findOperations, suggestOperations } from './find-operations.ts';
import { readOperationQuery } from './operation-query.ts';
import { listPresets, listScopes } from './scope-facts.ts';
import {
  formatDetails,
  formatOperations,
  formatPresets,
  formatScopes,
  nextCommands,
  type Layout,
} from './scope-text.ts';

interface ScopesOptions {
  readonly for?: string;
  readonly preset?: string | true;
  readonly endpoints?: boolean;
}

/** `refrain scopes` explains Spotify's scopes. It sends nothing and needs no token. */
export const scopesCommand: CommandModule<ScopesOptions> = {
  examples: [
    'refrain scopes user-top-read',
    'refrain scopes --for "GET /me/player"',
    'refrain scopes --preset listening-history',
  ],

  addFlags(command) {
    command
      .argument('[NAME...]', 'scopes to explain')
      .option('--for <CALL>', 'show the scopes that a Web API call needs')
      .option('--preset [NAME]', 'show the scopes of a preset; without NAME, of every preset')
      .option('--endpoints', 'show the calls that need each scope');
  },

  async run(context, options, names) {
    const requests = [options.for !== undefined, options.preset !== undefined, names.length > 0].filter(Boolean);
    if (requests.length > 1) throw usageError('Use only one of NAME, --for and --preset.');
    if (options.for !== undefined) return explainCall(context, options.for);
    if (options.preset === true) return explainPresets(context);
    const wanted = options.preset === undefined ? readScopes(names) : selectScopes({ preset: [options.preset] });
    const found = listScopes(wanted);
    const layout = layoutFor(context);
    if (options.endpoints || names.length > 0) return { data: { scopes: found }, text: formatDetails(found, layout) };
    const next = context.stdoutIsTerminal && wanted === undefined ? nextCommands : '';
    return {
      data: { scopes: found, ...(wanted === undefined && { presets: listPresets() }) },
      text: `${formatScopes(found, layout)}${next}`,
    };
  },
};

function layoutFor({ stdout, stdoutIsTerminal, environment }: CommandContext): Layout {
  const columns = stdoutIsTerminal ? (stdout.columns ?? 80) : undefined;
  return { ...paint(stdoutIsTerminal && !environment.noColor), columns };
}

/** @throws RefrainError `wrong_usage` for an unknown scope */
function readScopes(names: readonly string[]): readonly Scope[] | undefined {
  if (names.length === 0) return undefined;
  return names
    .flatMap((text) => text.split(/[\s,]+/).filter(Boolean))
    .map((text) => {
      const name = text.toLowerCase();
      if (isScope(name)) return name;
      const known = scopes.map((scope) => scope.name);
      const hint = didYouMean(text, known) || ' Run `refrain scopes` to list them.';
      throw usageError(`Spotify has no scope \u201c${text.slice(0, 60)}\u201d.${hint}`);
    });
}

function explainPresets(context: CommandContext): CommandOutcome {
  return { data: { presets: listPresets() }, text: formatPresets(listPresets(), layoutFor(context)) };
}

function explainCall(context: CommandContext, call: string): CommandOutcome {
  const query = readOperationQuery(call);
  const found = findOperations(query);
  if (found.length === 0) {
    const similar = suggestOperations(query);
    const name = `${query.method ?? ''} ${query.path}`.trim().slice(0, 100);
    const hint = similar.length > 0 ? ` Did you mean ${similar.slice(0, 3).join(', or ')}?` : '';
    throw usageError(`Refrain does not know the call ${name}.${hint}`);
  }
  const operations = found.map(({ note, ...operation }) => ({ ...operation, note: note ?? null }));
  return { data: { operations }, text: formatOperations(found, layoutFor(context)) };
}
