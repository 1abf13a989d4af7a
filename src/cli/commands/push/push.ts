import { didYouMean } from '../../terminal/suggest.ts';
import type { CommandModule, CommandOutcome } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { wrapFor, listOf, paint } from '../../terminal/text.ts';
import { openForExport, type ExportToken, exportWarnings } from '../../profile/export-token.ts';
import { openStored } from '../../profile/open-keeper.ts';
import { notePushedTo, pushedToFrom, type PushedTo } from '../../profile/pushed-to.ts';
import { whileShowing } from '../../terminal/progress.ts';
import { hostCommands, hosts, namesIn, type Host } from './host-commands.ts';
import { environmentNamed, placeText, repositoryNamed, type Place } from './place.ts';
import { findRepository, pushToGithub } from './push-github.ts';
import { isLoopback } from '../../../spotify/loopback.ts';
import { usageError } from '../../context/usage-error.ts';

const everywhere = ['github', ...hosts] as const;

interface Given {
  readonly repo?: string;
  readonly env?: string;
}

/** Hands a kept token on: to GitHub Actions by `gh`, to other hosts by commands for a person to run. */
export const push: CommandModule<Given> = {
  examples: ['refrain push github', 'refrain push github --repo me/site --env production', 'refrain push vercel'],

  declare(command) {
    command
      .argument('<WHERE>', listOf(everywhere, 'or'))
      .option('--repo <OWNER/NAME>', 'github: the repository (that of this folder)')
      .option('--env <NAME>', 'an environment there, such as production');
  },

  async run(context, given, [asked = '']) {
    const where = whereNamed(asked);
    const environment = given.env === undefined ? undefined : environmentNamed(given.env);
    const repository = given.repo === undefined ? undefined : repositoryNamed(given.repo);
    if (repository !== undefined && where !== 'github') throw usageError(`--repo is for GitHub, not for ${where}.`);
    if (environment !== undefined && where === 'netlify') throw usageError('netlify takes no --env here.');
    const handOn = await openForExport(context);
    if (where === 'github') {
      return toGithub({ where: repository ?? (await findRepository(context)), environment }, handOn, context);
    }
    return toHost(where, { where: process.cwd(), environment }, handOn, context);
  },
};

function whereNamed(text: string): (typeof everywhere)[number] {
  const where = everywhere.find((known) => known === text.toLowerCase());
  if (where) return where;
  const hint = didYouMean(text, everywhere) || ` There are: ${listOf(everywhere)}. Elsewhere: refrain env --get NAME`;
  throw usageError(`Refrain does not push to ${text.slice(0, 60)}.${hint}`);
}

async function toGithub(place: Place, handOn: ExportToken, context: CommandContext): Promise<CommandOutcome> {
  const text = placeText(place);
  const set = await whileShowing(context, `Handing it to ${text}`, pushToGithub(handOn.variables, place, context));
  const isRemembered = await remember('github', text, handOn, context);
  const { bold } = paint(context.colour);
  return {
    data: { kind: 'github', place: text, set },
    messages: wrapFor(context)(
      [
        `Set as secrets of ${bold(text)}: ${listOf(set)}.\n`,
        'All of them are secrets, the client ID too, so that a workflow reads them in one way: ${{ secrets.NAME }}.\n',
        ...(set.includes('SPOTIFY_AUTHORIZED_AT') ? [] : [unknownDate]),
        ...(isRemembered ? [`${context.refrain('renew')} pushes the next token there again.\n`] : []),
        ...warnings(handOn, 'the copy at GitHub', context),
      ].join(''),
    ),
  };
}

const unknownDate =
  'When consent was given is not known. If SPOTIFY_AUTHORIZED_AT stands there, it is of another token: take it out.\n';

async function toHost(host: Host, place: Place, handOn: ExportToken, context: CommandContext): Promise<CommandOutcome> {
  const { commands, remarks } = hostCommands(host, {
    refrain: context.refrain,
    names: namesIn(handOn.variables),
    environment: place.environment,
    platform: context.platform,
  });
  const text = placeText(place);
  const isRemembered = await remember(host, text, handOn, context);
  return {
    data: { kind: host, place: text, commands },
    text: commands.map((command) => `${command}\n`).join(''),
    messages: wrapFor(context)(
      [
        ...remarks.map((remark) => `${remark}\n`),
        `No secret stands in them.${isRemembered ? ` ${context.refrain('renew')} shows them again, for this folder.` : ''}\n`,
        ...warnings(handOn, `the copy at ${host}`, context),
      ].join(''),
    ),
  };
}

/** False where the token is in a variable alone: without a profile there is nowhere to remember a place. */
async function remember(kind: PushedTo['kind'], place: string, { keeper }: ExportToken, context: CommandContext) {
  await notePushedTo(keeper, { kind, place, at: context.clock.now() });
  const { notes } = await openStored(context, context.profile).state();
  return pushedToFrom(notes).some((known) => known.kind === kind && known.place === place);
}

function warnings({ state, secrets }: ExportToken, copy: string, context: CommandContext): readonly string[] {
  const { refrain, colour, endpoints } = context;
  const { accent } = paint(colour);
  const hasSecret = secrets.clientSecret !== undefined;
  const practice = isLoopback(new URL(endpoints.accountsUrl).hostname)
    ? [`This token is good at ${endpoints.accountsUrl} alone, on this machine: elsewhere it is for nothing.`]
    : [];
  return [...practice, ...exportWarnings(state, { hasSecret, copy, refrain })].map((warning) => `${accent(warning)}\n`);
}
