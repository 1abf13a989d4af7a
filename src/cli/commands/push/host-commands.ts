import { quoteShell } from '../../../text/quote.ts';
import { variableNames, type VariableName } from '../../profile/variables.ts';

/** Hosts whose own commands the user runs. */
export const hosts = ['vercel', 'netlify', 'cloudflare'] as const;

export type Host = (typeof hosts)[number];

/** What the commands depend on. */
export interface HostCommandOptions {
  /** Formats a command of Refrain, with `--profile` if needed. */
  readonly refrain: (command: string) => string;
  /** The variables to copy. */
  readonly names: readonly VariableName[];
  /** The environment at the host, such as `production`. Undefined for its default one. */
  readonly environment: string | undefined;
  readonly platform: NodeJS.Platform;
}

/** Commands, one on each line, and remarks about them. They contain no secret: they get it from Refrain. */
export interface HostCommands {
  readonly commands: readonly string[];
  readonly remarks: readonly string[];
}

const isSecret = (name: VariableName) => name === 'SPOTIFY_CLIENT_SECRET' || name === 'SPOTIFY_REFRESH_TOKEN';

const quoteIfNeeded = (text: string) => (/^[\w./@:-]+$/.test(text) ? text : quoteShell(text));

/**
 * Pipes a value into a program that starts only once the value is there. Otherwise `vercel` waits half a second and sets
 * nothing, without an error, and `wrangler` replaces a good secret by an empty one.
 */
function pipeValue({ refrain, platform }: HostCommandOptions, name: VariableName, program: string): string {
  const get = refrain(`env --get ${name}`);
  return platform === 'win32' ? `${get} | ${program}` : `(value=$(${get}) && printf %s "$value" | ${program})`;
}

/**
 * `vercel env add` reads the value from standard input; before 2026 it kept a final line break. Newer versions ask for a
 * branch of `preview`, and set nothing without an answer; an empty branch means all.
 * @see https://vercel.com/docs/cli/env
 */
function vercel(options: HostCommandOptions): HostCommands {
  const { names, environment = 'production', platform } = options;
  const everyBranch = environment === 'preview' ? (platform === 'win32' ? ' ""' : " ''") : '';
  const sensitive = environment === 'development' ? '' : ' --sensitive';
  return {
    commands: names.map((name) =>
      pipeValue(
        options,
        name,
        `vercel env add ${name} ${quoteIfNeeded(environment)}${everyBranch}${isSecret(name) ? sensitive : ''} --force`,
      ),
    ),
    remarks: [
      'Run these in the folder of the project (after vercel link). They take effect with the next deployment.',
      ...(platform === 'win32' ? ['If a command asks a question or sets nothing, run it again.'] : []),
    ],
  };
}

/**
 * `netlify env:set` takes a value only as an argument, which other users of the machine can see. `env:import` reads a file
 * and prints what it read, so its output is discarded.
 * @see https://cli.netlify.com/commands/env
 */
function netlify({ refrain, names, platform }: HostCommandOptions): HostCommands {
  const secret = names.filter(isSecret).map((name) => `netlify env:set ${name} --secret --force`);
  const remarks = [
    'Run these in the folder of the project (after netlify link). They take effect with the next deployment.',
    'netlify env:set cannot read a value from standard input, and other users can see an argument. So env:import copies the values, and --secret hides them.',
  ];
  if (platform !== 'win32') {
    const importLines = `lines=$(${refrain('env -')}) && printf '%s\\n' "$lines" | netlify env:import /dev/stdin > /dev/null`;
    // One command, because --secret creates an empty variable if the import failed.
    return { commands: [`(${[importLines, ...secret].join(' && ')})`], remarks };
  }
  return {
    commands: [refrain('env netlify.env'), 'netlify env:import netlify.env > NUL', 'del netlify.env', ...secret],
    remarks,
  };
}

/**
 * `wrangler secret put` reads the value from standard input and removes the final line break.
 * @see https://developers.cloudflare.com/workers/wrangler/commands/#secret-put
 */
function cloudflare(options: HostCommandOptions): HostCommands {
  const { names, environment } = options;
  const to = environment === undefined ? '' : ` --env ${quoteIfNeeded(environment)}`;
  return {
    commands: names.map((name) => pipeValue(options, name, `npx wrangler secret put ${name}${to}`)),
    remarks: [
      'Run these in the folder of the Worker, or add --name WORKER. For Pages: wrangler pages secret put NAME --project-name PROJECT.',
    ],
  };
}

const commandsOf: Record<Host, (options: HostCommandOptions) => HostCommands> = { vercel, netlify, cloudflare };

/** The commands that copy a saved token to a host. */
export function hostCommands(host: Host, options: HostCommandOptions): HostCommands {
  return commandsOf[host](options);
}

/** The names of the variables that have a value. */
export function namesIn(variables: Readonly<Record<VariableName, string | undefined>>): readonly VariableName[] {
  return variableNames.filter((name) => variables[name] !== undefined);
}
