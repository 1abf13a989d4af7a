import { isLoopback } from '../../../spotify/loopback.ts';
import type { CommandModule, CommandOutcome } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { usageError } from '../../context/usage-error.ts';
import { exportWarnings, openForExport, type ExportToken } from '../../profile/export-token.ts';
import { notePushedTo, type PushedTo } from '../../profile/pushed-to.ts';
import { whileShowing } from '../../terminal/progress.ts';
import { didYouMean } from '../../terminal/suggest.ts';
import { listOf, paint, wrapFor } from '../../terminal/text.ts';
import { findRepository, pushToGithub } from './github.ts';
import { hostCommands, hosts, namesIn, type Host } from './host-commands.ts';
import { formatTarget, readEnvironmentName, readRepository, type PushTarget } from './push-target.ts';

const kinds = ['github', ...hosts] as const;

interface PushOptions {
  readonly repo?: string;
  readonly env?: string;
}

/** `refrain push` copies a saved token: to GitHub Actions by `gh`, to other hosts by commands for the user to run. */
export const push: CommandModule<PushOptions> = {
  examples: ['refrain push github', 'refrain push github --repo me/site --env production', 'refrain push vercel'],

  addFlags(command) {
    command
      .argument('<WHERE>', listOf(kinds, 'or'))
      .option('--repo <OWNER/NAME>', 'GitHub repository (default: of this folder)')
      .option('--env <NAME>', 'environment, such as production');
  },

  async run(context, options, [where = '']) {
    const kind = readKind(where);
    const environment = options.env === undefined ? undefined : readEnvironmentName(options.env);
    const repository = options.repo === undefined ? undefined : readRepository(options.repo);
    if (repository !== undefined && kind !== 'github') throw usageError(`--repo is for GitHub, not for ${kind}.`);
    if (environment !== undefined && kind === 'netlify') throw usageError('--env does not work with netlify.');
    const token = await openForExport(context);
    if (kind === 'github') {
      const location = repository ?? (await findRepository(context));
      return pushToRepository({ location, environment }, token, context);
    }
    return printHostCommands(kind, { location: process.cwd(), environment }, token, context);
  },
};

function readKind(text: string): (typeof kinds)[number] {
  const kind = kinds.find((known) => known === text.toLowerCase());
  if (kind) return kind;
  const hint = didYouMean(text, kinds) || ` It knows ${listOf(kinds)}. For others: \`refrain env --get NAME\`.`;
  throw usageError(`Refrain cannot push to ${text.slice(0, 60)}.${hint}`);
}

async function pushToRepository(
  target: PushTarget,
  token: ExportToken,
  context: CommandContext,
): Promise<CommandOutcome> {
  const place = formatTarget(target);
  const set = await whileShowing(context, `Pushing to ${place}`, pushToGithub(token.variables, target, context));
  const isNoted = await notePlace('github', place, token, context);
  return {
    data: { kind: 'github', place, set },
    messages: formatMessages(context, [
      `Saved as GitHub Actions secrets of ${paint(context.colour).bold(place)}: ${listOf(set)}.`,
      'In a workflow: ${{ secrets.NAME }}',
      ...(set.includes('SPOTIFY_AUTHORIZED_AT')
        ? []
        : ['The consent date is unknown. If an older SPOTIFY_AUTHORIZED_AT is there, delete it.']),
      ...(isNoted ? [`\`${context.refrain('renew')}\` will update this copy too.`] : []),
      ...warnings(token, 'the copy at GitHub', context),
    ]),
  };
}

async function printHostCommands(
  host: Host,
  target: PushTarget,
  token: ExportToken,
  context: CommandContext,
): Promise<CommandOutcome> {
  const { commands, remarks } = hostCommands(host, {
    refrain: context.refrain,
    names: namesIn(token.variables),
    environment: target.environment,
    platform: context.platform,
  });
  const place = formatTarget(target);
  const isNoted = await notePlace(host, place, token, context);
  return {
    data: { kind: host, place, commands },
    text: commands.map((command) => `${command}\n`).join(''),
    messages: formatMessages(context, [
      ...remarks,
      'The commands contain no secret.',
      ...(isNoted ? [`\`${context.refrain('renew')}\` will print them again for this folder.`] : []),
      ...warnings(token, `the copy at ${host}`, context),
    ]),
  };
}

/** Notes the place for `renew`. Returns false for a token in SPOTIFY_REFRESH_TOKEN: there is no profile to renew. */
async function notePlace(
  kind: PushedTo['kind'],
  place: string,
  { keeper, profile }: ExportToken,
  context: CommandContext,
): Promise<boolean> {
  await notePushedTo(keeper, { kind, place, at: context.clock.now() });
  return profile !== undefined;
}

function formatMessages(context: CommandContext, lines: readonly string[]): string {
  return wrapFor(context)(lines.map((line) => `${line}\n`).join(''));
}

function warnings({ state, secrets }: ExportToken, copy: string, context: CommandContext): readonly string[] {
  const { refrain, colour, endpoints } = context;
  const hasSecret = secrets.clientSecret !== undefined;
  const practice = isLoopback(new URL(endpoints.accountsUrl).hostname)
    ? ['This is a practice token. It works only with the emulator on this machine.']
    : [];
  return [...practice, ...exportWarnings(state, { hasSecret, copy, refrain })].map(paint(colour).accent);
}
