import type { PushedTo } from '../../profile/pushed-to.ts';
import type { VariableName } from '../../profile/variables.ts';
import type { PushTarget } from './push-target.ts';

/** One call of a host's command. */
export interface PushStep {
  /** No secret is ever an argument, because other users of the machine can see arguments. */
  readonly args: readonly string[];
  /** The variables that are saved when the call succeeds. */
  readonly names: readonly VariableName[];
  /** `stdin`: the value of the one variable, on standard input. `file`: a `.env` file, whose path is the last argument. */
  readonly input: 'stdin' | 'file' | 'none';
  /** Whether the output says that it is done, for a command that ends with 0 even if it did nothing. */
  readonly isDone?: (output: string) => boolean;
}

/** Where to push to. Without a location, the command finds it from its folder. */
export type StepTarget = Omit<PushTarget, 'location'> & { readonly location?: string | undefined };

/** How a host takes variables: by its own command, which has the user's rights there. */
export interface Host {
  readonly kind: PushedTo['kind'];
  readonly title: string;
  /** The name of its command. */
  readonly program: string;
  /** The command as a user types it in the project. */
  readonly typed: string;
  /** Whether npm installs the command, so that it may be in the project's `node_modules`. */
  readonly isPackage: boolean;
  /** Where to get the command. */
  readonly installUrl: string;
  /** Environment variables for the command: undefined ones are removed. No debug output, because it may hold a secret. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What a place is: the folder of a project, where the command runs, or a repository, which is an argument of the command. */
  readonly placeIs: 'folder' | 'repository';
  readonly hasEnvironments: boolean;
  /** What the variables become there, as in `Saved at GitHub as … of PLACE`. */
  readonly savedAs: string;
  /** What the user has to know after the push. */
  readonly afterPush: string;
  /** What the user has to know before running the printed lines. */
  readonly beforeLines: string;
  /** The calls that copy these variables, one after the other. */
  steps(names: readonly VariableName[], target: StepTarget): readonly PushStep[];
}

const isSecret = (name: VariableName) => name === 'SPOTIFY_CLIENT_SECRET' || name === 'SPOTIFY_REFRESH_TOKEN';

/** `gh secret set` reads the value from standard input. @see https://cli.github.com/manual/gh_secret_set */
const github: Host = {
  kind: 'github',
  title: 'GitHub',
  program: 'gh',
  typed: 'gh',
  isPackage: false,
  installUrl: 'https://cli.github.com',
  environment: {
    GH_PROMPT_DISABLED: '1',
    GH_NO_UPDATE_NOTIFIER: '1',
    GH_FORCE_TTY: undefined,
    GH_DEBUG: undefined,
  },
  placeIs: 'repository',
  hasEnvironments: true,
  savedAs: 'Actions secrets',
  afterPush: 'In a workflow: ${{ secrets.NAME }}',
  beforeLines: 'Run these in the folder of the repository (after gh auth login).',
  steps: (names, { location, environment }) =>
    names.map((name) => ({
      args: [
        'secret',
        'set',
        name,
        ...(location === undefined ? [] : [`--repo=${location}`]),
        ...(environment === undefined ? [] : [`--env=${environment}`]),
      ],
      names: [name],
      input: 'stdin',
    })),
};

/**
 * `vercel env add` reads the value from standard input. It asks for a branch of `preview`, and sets nothing without an
 * answer; an empty branch means all. `development` has no sensitive values.
 * @see https://vercel.com/docs/cli/env
 */
const vercel: Host = {
  kind: 'vercel',
  title: 'Vercel',
  program: 'vercel',
  typed: 'vercel',
  isPackage: true,
  installUrl: 'https://vercel.com/docs/cli',
  environment: {},
  placeIs: 'folder',
  hasEnvironments: true,
  savedAs: 'environment variables',
  afterPush: 'They take effect with the next deployment.',
  beforeLines: 'Run these in the folder of the project (after vercel link).',
  steps: (names, { environment = 'production' }) =>
    names.map((name) => ({
      args: [
        'env',
        'add',
        name,
        environment,
        ...(environment === 'preview' ? [''] : []),
        ...(isSecret(name) && environment !== 'development' ? ['--sensitive'] : []),
        '--force',
      ],
      names: [name],
      input: 'stdin',
    })),
};

/**
 * `netlify env:set` takes a value only as an argument, so `env:import` gets a file, and `env:set --secret` hides what was
 * imported. Both end with 0 if the folder is not linked; what they did is only in their output.
 * @see https://cli.netlify.com/commands/env
 */
const netlify: Host = {
  kind: 'netlify',
  title: 'Netlify',
  program: 'netlify',
  typed: 'netlify',
  isPackage: true,
  installUrl: 'https://docs.netlify.com/cli/get-started/',
  environment: {},
  placeIs: 'folder',
  hasEnvironments: false,
  savedAs: 'environment variables',
  afterPush: 'They take effect with the next deployment.',
  beforeLines: 'Run these in the folder of the project (after netlify link).',
  steps: (names) => [
    {
      args: ['env:import'],
      names,
      input: 'file',
      isDone: (output) => names.every((name) => output.includes(name)),
    },
    ...names.filter(isSecret).map((name): PushStep => ({
      args: ['env:set', name, '--secret', '--force'],
      names: [],
      input: 'none',
      isDone: (output) => output.includes(name),
    })),
  ],
};

/**
 * `wrangler secret put` reads the value from standard input.
 * @see https://developers.cloudflare.com/workers/wrangler/commands/#secret-put
 */
const cloudflare: Host = {
  kind: 'cloudflare',
  title: 'Cloudflare',
  program: 'wrangler',
  typed: 'npx wrangler',
  isPackage: true,
  installUrl: 'https://developers.cloudflare.com/workers/wrangler/install-and-update/',
  environment: { WRANGLER_LOG: undefined },
  placeIs: 'folder',
  hasEnvironments: true,
  savedAs: 'secrets',
  afterPush: 'For Pages, add --print and replace “secret put” by “pages secret put”.',
  beforeLines:
    'Run these in the folder of the Worker, or add --name WORKER. For Pages: wrangler pages secret put NAME --project-name PROJECT.',
  steps: (names, { environment }) =>
    names.map((name) => ({
      args: ['secret', 'put', name, ...(environment === undefined ? [] : ['--env', environment])],
      names: [name],
      input: 'stdin',
    })),
};

/** All hosts that `push` knows. */
export const hosts: Readonly<Record<PushedTo['kind'], Host>> = { github, vercel, netlify, cloudflare };
