import { quoteShell } from '../../../text/quote.ts';
import type { VariableName } from '../../profile/variables.ts';
import type { Host, PushStep, StepTarget } from './hosts.ts';

/** What the lines depend on. */
export interface LinesOptions {
  /** Formats a command of Refrain, with `--profile` if needed. */
  readonly refrain: (command: string) => string;
  /** The variables to copy. */
  readonly names: readonly VariableName[];
  readonly target: StepTarget;
  readonly platform: NodeJS.Platform;
}

/** Lines for a shell that do what `push` does. They contain no secret: they get it from Refrain. */
export function formatHostLines(host: Host, options: LinesOptions): readonly string[] {
  const { refrain, names, target, platform } = options;
  const steps = host.steps(names, target);
  const lines = steps.flatMap((step) => formatStep(step, host, { refrain, platform }));
  // Steps after a file need it to be imported, so they are one command.
  return platform !== 'win32' && steps.some(({ input }) => input === 'file') ? [`(${lines.join(' && ')})`] : lines;
}

/**
 * Each program starts only once the value is there. Otherwise `vercel` waits half a second and sets nothing, without an
 * error, and `wrangler` replaces a good secret by an empty one.
 */
function formatStep(
  { args, names, input }: PushStep,
  { typed }: Host,
  { refrain, platform }: Pick<LinesOptions, 'refrain' | 'platform'>,
): readonly string[] {
  const isWindows = platform === 'win32';
  const quote = (arg: string) => (arg === '' && isWindows ? '""' : quoteIfNeeded(arg));
  const program = [typed, ...args.map(quote)].join(' ');
  switch (input) {
    case 'stdin': {
      const get = refrain(`env --get ${names[0]}`);
      return [isWindows ? `${get} | ${program}` : `(value=$(${get}) && printf %s "$value" | ${program})`];
    }
    // The program prints what it reads, so its output is discarded.
    case 'file':
      return isWindows
        ? [refrain('env push.env'), `${program} push.env > NUL`, 'del push.env']
        : [`lines=$(${refrain('env -')}) && printf '%s\\n' "$lines" | ${program} /dev/stdin > /dev/null`];
    case 'none':
      return [program];
  }
}

const quoteIfNeeded = (text: string) => (/^[\w./:=@-]+$/.test(text) ? text : quoteShell(text));
