import { RefrainError } from '../../../errors/refrain-error.ts';
import { listNames, type Answer } from '../../../listening/answer.ts';
import type { Listening } from '../../../listening/listening.ts';
import type { CommandModule } from '../../context/command.ts';
import type { CommandContext } from '../../context/context.ts';
import { getExitCode, needsPerson } from '../../context/exit-code.ts';
import { explainRejection } from '../../profile/explain-rejection.ts';
import type { OpenedKeeper } from '../../profile/open-keeper.ts';
import { useToken } from '../../profile/use-token.ts';
import { toRefrainError } from '../../terminal/errors.ts';
import { createTokenListening } from '../serve/token-listening.ts';
import { createActionsSecret } from './actions-secret.ts';
import { chooseLists, errorOf, fetchLists, toFailedAnswers } from './fetch-lists.ts';
import { declareSnapshotFlags, snapshotFormats, type ChosenList, type SnapshotFlags } from './flags.ts';
import { readManifest, writeManifest, type Manifest } from './manifest.ts';
import { openFolder, withFolder } from './open-folder.ts';
import { filesOf } from './snapshot-files.ts';
import { toOutcome, type ListOutcome } from './to-outcome.ts';
import { writeList } from './write-list.ts';

/** What was fetched. */
interface Fetched {
  readonly answers: readonly Answer[];
  /** Why no list could be asked for. */
  readonly error: RefrainError | undefined;
  /** Why a replaced token could not be saved outside of this machine. */
  readonly loss: RefrainError | undefined;
  /** The repository that has a replaced token now. */
  readonly handedBackTo: string | undefined;
  readonly covers: Listening['covers'];
}

/** Writes what the routes of the handler answer as files, for a site without a server. */
export const snapshot: CommandModule<SnapshotFlags> = {
  examples: [
    'refrain snapshot public/listening',
    'refrain snapshot cards --format svg --list top/artists,top/tracks:short_term',
  ],

  addFlags: declareSnapshotFlags,

  async run(context, flags, [path = '']) {
    const folder = await openFolder(path, context.home);
    const before = await readManifest(folder);
    const { value: fetched } = await useToken(context, flags, 'Asking Spotify', (_, opened) =>
      fetchAll(opened, context, flags, before),
    );
    const lists = await withFolder(path, () => writeAll(folder, fetched, { context, flags, before }));
    return toOutcome({ ...fetched, lists, folder: path, error: fetched.loss ?? fetched.error }, context);
  },
};

/** Gets an access token and the lists. In CI, a replaced refresh token is saved in the repository first. */
async function fetchAll(
  opened: OpenedKeeper,
  context: CommandContext,
  flags: SnapshotFlags,
  before: Manifest,
): Promise<Fetched> {
  const { keeper } = opened;
  const { clock, signal, refrain, environment } = context;
  const actionsSecret = createActionsSecret(opened, context);
  const failure = await failureOf(keeper.accessToken());
  await failureOf(actionsSecret.update());
  // A wrong variable: nothing was sent, and nothing is written.
  if (failure && getExitCode(failure.code) === 2) throw failure;
  const error = failure && explainRejection(failure, opened, refrain, environment.ci);
  const { scopes } = await keeper.state();
  const lists = chooseLists(flags, { scopes, known: listNames.filter((name) => before[name]) });
  // What plays now would take the place of the last play of the same track.
  const listening = createTokenListening(opened, context, { hasPlayer: false });
  const answers = error
    ? toFailedAnswers(lists, { error, needsPerson: needsPerson(error.code), now: clock.now() })
    : await fetchLists(listening, lists);
  // It was refreshed once more, or could not be saved before.
  const loss = await failureOf(actionsSecret.update());
  if (loss && signal.aborted) throw loss;
  const { covers } = listening;
  return { answers, error: error ?? noListError(lists, context), loss, handedBackTo: actionsSecret.updatedIn, covers };
}

async function failureOf(work: Promise<unknown>): Promise<RefrainError | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => toRefrainError(error),
  );
}

function noListError(lists: readonly ChosenList[], { refrain }: CommandContext): RefrainError | undefined {
  if (lists.length > 0) return undefined;
  const scopes = '--scope user-read-recently-played --scope user-top-read';
  return new RefrainError('scope_missing', {
    detail: 'The token allows none of the lists.',
    cure: `Run \`${refrain(`login ${scopes}`)}\`.`,
  });
}

async function writeAll(
  folder: string,
  { answers, covers }: Pick<Fetched, 'answers' | 'covers'>,
  run: { readonly context: CommandContext; readonly flags: SnapshotFlags; readonly before: Manifest },
): Promise<readonly ListOutcome[]> {
  const { context, flags, before } = run;
  const now = context.clock.now();
  const written = await Promise.all(
    answers.map(async (answer): Promise<ListOutcome> => {
      const files = filesOf(answer.list, flags.format ?? snapshotFormats, flags);
      const result = await writeList({ folder, answer, files }, before[answer.list], { covers, now });
      return { answer, error: errorOf(answer), ...result };
    }),
  );
  const after = Object.fromEntries(written.map(({ answer, manifest }) => [answer.list, manifest]));
  await writeManifest(folder, { ...before, ...after }, before);
  return written;
}
