import { RefrainError } from '../../../errors/refrain-error.ts';
import type { CommandContext } from '../../context/context.ts';
import type { OpenedKeeper } from '../../profile/open-keeper.ts';
import { toVariables, variableNames } from '../../profile/variables.ts';
import { toRefrainError, whatHappened } from '../../terminal/errors.ts';
import { findRepository } from '../push/find-repository.ts';
import { hosts } from '../push/hosts.ts';
import { pushToHost } from '../push/push-to-host.ts';

/** The secret of a repository that a job in CI gets its token from. */
export interface ActionsSecret {
  /**
   * Saves the newest refresh token as the secret, if it is not the one that the job got. Does nothing outside of CI.
   * @throws RefrainError `program_missing` if it cannot be saved. The user must know: the token is lost then
   */
  update(): Promise<void>;
  /** The repository whose secret was changed. Undefined if nothing had to be saved. */
  readonly updatedIn: string | undefined;
}

/**
 * A job's machine is deleted when the job ends, and with it a token that Spotify has replaced meanwhile.
 * @param opened the record of this run
 */
export function createActionsSecret({ keeper }: Pick<OpenedKeeper, 'keeper'>, context: CommandContext): ActionsSecret {
  const { environment, profileIsNamed, endpoints } = context;
  const isNeeded = environment.ci && environment.refreshToken !== undefined && !profileIsNamed;
  let saved = environment.refreshToken;
  let updatedIn: string | undefined;
  return {
    get updatedIn() {
      return updatedIn;
    },
    async update() {
      if (!isNeeded) return;
      const secrets = await keeper.secrets();
      if (!secrets || secrets.refreshToken === saved) return;
      try {
        const repository = readRepositoryOfJob(context) ?? (await findRepository(context));
        const { SPOTIFY_REFRESH_TOKEN } = toVariables(secrets, endpoints);
        const variables = { ...noVariables, SPOTIFY_REFRESH_TOKEN };
        await pushToHost(hosts.github, { location: repository, environment: undefined }, variables, context);
        saved = secrets.refreshToken;
        updatedIn = repository;
      } catch (error) {
        throw toLossError(error, context);
      }
    },
  };
}

const noVariables = Object.fromEntries(variableNames.map((name) => [name, undefined])) as Record<
  (typeof variableNames)[number],
  undefined
>;

/**
 * The repository whose workflow runs this job.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
function readRepositoryOfJob({ childEnvironment }: CommandContext): string | undefined {
  const { GH_REPO, GITHUB_REPOSITORY, GITHUB_SERVER_URL = 'https://github.com' } = childEnvironment;
  if (GH_REPO || !GITHUB_REPOSITORY) return undefined;
  const host = URL.canParse(GITHUB_SERVER_URL) ? new URL(GITHUB_SERVER_URL).host : 'github.com';
  return host === 'github.com' ? GITHUB_REPOSITORY : `${host}/${GITHUB_REPOSITORY}`;
}

function toLossError(thrown: unknown, { refrain }: CommandContext): RefrainError {
  const why = whatHappened(toRefrainError(thrown));
  return new RefrainError('program_missing', {
    detail: `Spotify has replaced the refresh token, and the new one is lost when this job ends: ${why}`,
    cure:
      `On your own machine, run \`${refrain('login')}\` and then \`${refrain('push github')}\`. So that the next job can ` +
      'save the new token itself, set GH_TOKEN in it to a token that may write the secrets of the repository.',
  });
}
