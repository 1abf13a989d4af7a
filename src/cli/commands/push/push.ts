import { isLoopback } from '../../../spotify/loopback.ts';
import type { CommandModule, CommandOutcome } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { usageError } from '../../context/usage-error.ts';
import { exportWarnings, openForExport, type ExportToken } from '../../profile/export-token.ts';
import { notePushedTo } from '../../profile/pushed-to.ts';
import { whileShowing } from '../../terminal/progress.ts';
import { didYouMean } from '../../terminal/suggest.ts';
import { listOf, paint, wrapFor } from '../../terminal/text.ts';
import { findRepository } from './find-repository.ts';
import { forgetPlace } from './forget-place.ts';
import { formatHostLines } from './host-lines.ts';
import { hosts, type Host, type StepTarget } from './hosts.ts';
import { formatTarget, readEnvironmentName, readRepository, type PushTarget } from './push-target.ts';
import { namesIn, pushToHost } from './push-to-host.ts';

const kinds = Object.values(hosts).map(({ kind }) => kind);

interface PushOptions {
  readonly repo?: string;
  readonly env?: string;
  readonly print?: boolean;
  readonly forget?: string;
}

/** `refrain push` copies a saved token to a host, with the host's own command. */
export const push: CommandModule<PushOptions> = {
  examples: [
    'refrain push github --repo me/site --env production',
    'refrain push vercel',
    'refrain push cloudflare --print | sh',
    'refrain push --forget me/site',
  ],

  addFlags(command) {
    command
      .argument('[WHERE]', `host: ${listOf(kinds, 'or')}`)
      .option('--repo <OWNER/NAME>', 'GitHub repository (default: of this folder)')
      .option('--env <NAME>', 'environment, such as production')
      .option('--print', 'print commands to run yourself, instead of running them')
      .option('--forget <PLACE>', 'stop updating a copy; PLACE as in refrain status');
  },

  async run(context, options, [where]) {
    const host = where === undefined ? undefined : readHost(where);
    const environment = options.env === undefined ? undefined : readEnvironmentName(options.env);
    if (options.forget !== undefined) {
      return forgetPlace({ kind: host?.kind, location: options.forget, environment }, context);
    }
    if (host === undefined) throw usageError(`WHERE is missing: ${listOf(kinds, 'or')}.`);
    const repository = options.repo === undefined ? undefined : readRepository(options.repo);
    if (repository !== undefined && host.placeIs === 'folder') {
      throw usageError(`--repo is for GitHub, not for ${host.title}.`);
    }
    if (environment !== undefined && !host.hasEnvironments) {
      throw usageError(`--env does not work with ${host.kind}.`);
    }
    const token = await openForExport(context);
    if (options.print) return printLines(host, { location: repository, environment }, token, context);
    const location = host.placeIs === 'folder' ? process.cwd() : (repository ?? (await findRepository(context)));
    return pushAndNote(host, { location, environment }, token, context);
  },
};

function readHost(text: string): Host {
  const kind = kinds.find((known) => known === text.toLowerCase());
  if (kind) return hosts[kind];
  const hint =
    didYouMean(text, kinds) || ` It can push to ${listOf(kinds)}. For other hosts: \`refrain env --get NAME\`.`;
  throw usageError(`Refrain cannot push to ${text.slice(0, 60)}.${hint}`);
}

async function pushAndNote(
  host: Host,
  target: PushTarget,
  token: ExportToken,
  context: CommandContext,
): Promise<CommandOutcome> {
  const { kind, title, savedAs, afterPush } = host;
  const place = formatTarget(target);
  const work = pushToHost(host, target, token.variables, context);
  const set = await whileShowing(context, `Pushing to ${title}`, work);
  const isNoted = await notePushedTo(token.keeper, { kind, place, at: context.clock.now() }, context);
  return {
    data: { kind, place, set },
    messages: formatMessages(context, [
      `Saved at ${title} as ${savedAs} of ${paint(context.colour).bold(place)}: ${listOf(set)}.`,
      afterPush,
      ...(set.includes('SPOTIFY_AUTHORIZED_AT')
        ? []
        : ['The consent date is unknown. If an older SPOTIFY_AUTHORIZED_AT is there, delete it.']),
      // A token in a variable has no profile to renew.
      ...(token.profile === undefined || !isNoted
        ? []
        : [`\`${context.refrain('renew')}\` will update this copy too.`]),
      ...warnings(token, host, context),
    ]),
  };
}

function printLines(host: Host, target: StepTarget, token: ExportToken, context: CommandContext): CommandOutcome {
  const { refrain, platform } = context;
  const commands = formatHostLines(host, { refrain, names: namesIn(token.variables), target, platform });
  return {
    data: { kind: host.kind, commands },
    text: commands.map((command) => `${command}\n`).join(''),
    messages: formatMessages(context, [
      host.beforeLines,
      `The commands contain no secret. Run them again after \`${refrain('renew')}\`, which does not update this copy.`,
      ...warnings(token, host, context),
    ]),
  };
}

function formatMessages(context: CommandContext, lines: readonly string[]): string {
  return wrapFor(context)(lines.map((line) => `${line}\n`).join(''));
}

function warnings({ state, secrets }: ExportToken, { title }: Host, context: CommandContext): readonly string[] {
  const { refrain, colour, endpoints } = context;
  const hasSecret = secrets.clientSecret !== undefined;
  const practice = isLoopback(new URL(endpoints.accountsUrl).hostname)
    ? ['This is a practice token. It works only with the emulator on this machine.']
    : [];
  const copy = `the copy at ${title}`;
  return [...practice, ...exportWarnings(state, { hasSecret, copy, refrain })].map(paint(colour).accent);
}
