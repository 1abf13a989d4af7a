import { quoteShell } from '../../../text/quote.ts';
import { variableNames, type VariableName } from '../../profile/variables.ts';

/** The hosts whose own command takes the values, run by a person. */
export const hosts = ['vercel', 'netlify', 'cloudflare'] as const;

export type Host = (typeof hosts)[number];

/** What the commands depend on. */
export interface HostCommandsFor {
  /** How Refrain is called here, with `--profile` where it is not the usual one: `refrain`. */
  readonly refrain: (command: string) => string;
  /** Which variables there are. */
  readonly names: readonly VariableName[];
  /** The host's own environment: `production`, `preview`; undefined: its usual one. */
  readonly environment: string | undefined;
  readonly platform: NodeJS.Platform;
}

/** Commands, a line each, and what is to be known of them. No secret stands in them: they ask Refrain for it. */
export interface HostCommands {
  readonly commands: readonly string[];
  readonly remarks: readonly string[];
}

const isSecret = (name: VariableName) => name === 'SPOTIFY_CLIENT_SECRET' || name === 'SPOTIFY_REFRESH_TOKEN';

const word = (text: string) => (/^[\w./@:-]+$/.test(text) ? text : quoteShell(text));

/**
 * A value for the standard input of another program, which is started once the value is there: `vercel` waits for one half
 * a second and sets nothing, without an error; `wrangler` would put an empty secret over a good one.
 */
function handOver({ refrain, platform }: HostCommandsFor, name: VariableName, program: string): string {
  const get = refrain(`env --get ${name}`);
  return platform === 'win32' ? `${get} | ${program}` : `(value=$(${get}) && printf %s "$value" | ${program})`;
}

/**
 * `vercel env add` reads the value from standard input; before 2026 it kept a line break behind it. Newer versions ask
 * which branch of `preview` is meant, and set nothing where nobody answers: an empty one means all.
 * @see https://vercel.com/docs/cli/env
 */
function vercel(given: HostCommandsFor): HostCommands {
  const { names, environment = 'production', platform } = given;
  const everyBranch = environment === 'preview' ? (platform === 'win32' ? ' ""' : " ''") : '';
  const sensitive = environment === 'development' ? '' : ' --sensitive';
  return {
    commands: names.map((name) =>
      handOver(
        given,
        name,
        `vercel env add ${name} ${word(environment)}${everyBranch}${isSecret(name) ? sensitive : ''} --force`,
      ),
    ),
    remarks: [
      'Run these in the folder that is linked to the project (vercel link). They count from the next deployment.',
      ...(platform === 'win32'
        ? ['Where a line asks something or sets nothing, its value came too late: run it again.']
        : []),
    ],
  };
}

/**
 * `netlify env:set` takes a value as an argument only, where every user of the machine may see it. `env:import` reads a
 * file, and prints what it read: so its output goes nowhere.
 * @see https://cli.netlify.com/commands/env
 */
function netlify({ refrain, names, platform }: HostCommandsFor): HostCommands {
  const secret = names.filter(isSecret).map((name) => `netlify env:set ${name} --secret --force`);
  const remarks = [
    'Run these in the folder that is linked to the project (netlify link). They count from the next deployment.',
    'netlify env:set can take no value from standard input, only as an argument, which others on this machine could read. So the values go in by env:import, and --secret then hides them.',
  ];
  if (platform !== 'win32') {
    const taken = `lines=$(${refrain('env -')}) && printf '%s\\n' "$lines" | netlify env:import /dev/stdin > /dev/null`;
    // In one: --secret would make an empty variable of one that was not imported.
    return { commands: [`(${[taken, ...secret].join(' && ')})`], remarks };
  }
  return {
    commands: [refrain('env netlify.env'), 'netlify env:import netlify.env > NUL', 'del netlify.env', ...secret],
    remarks,
  };
}

/**
 * `wrangler secret put` reads the value from standard input, and takes the line break off.
 * @see https://developers.cloudflare.com/workers/wrangler/commands/#secret-put
 */
function cloudflare(given: HostCommandsFor): HostCommands {
  const { names, environment } = given;
  const to = environment === undefined ? '' : ` --env ${word(environment)}`;
  return {
    commands: names.map((name) => handOver(given, name, `npx wrangler secret put ${name}${to}`)),
    remarks: [
      'Run these in the folder of the Worker, or add --name WORKER. For Pages: wrangler pages secret put NAME --project-name PROJECT.',
    ],
  };
}

const commandsOf: Record<Host, (given: HostCommandsFor) => HostCommands> = { vercel, netlify, cloudflare };

/** What a person runs to hand a kept token to a host. */
export function hostCommands(host: Host, given: HostCommandsFor): HostCommands {
  return commandsOf[host](given);
}

/** The names of what there is to hand on. */
export function namesIn(variables: Readonly<Record<VariableName, string | undefined>>): readonly VariableName[] {
  return variableNames.filter((name) => variables[name] !== undefined);
}
