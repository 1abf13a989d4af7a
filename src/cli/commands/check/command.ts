import { checkLines } from './check-text.ts';
import { exitCodeFor, judge } from './judge.ts';
import { gatherFacts } from './gather-facts.ts';
import type { CommandModule } from '../../context/command.ts';
import { openKeeper } from '../../profile/open-keeper.ts';
import { paint } from '../../terminal/text.ts';
import { portFrom } from '../../terminal/flags.ts';
import { whileShowing } from '../../terminal/progress.ts';

interface Given {
  readonly port: number;
}

/** Says what is wrong, from this machine to the account, each with its cure. */
export const check: CommandModule<Given> = {
  examples: ['refrain check', 'refrain check --profile work', "refrain check --json | jq '.checks[] | .verdict'"],

  declare(command) {
    command.option('--port <N>', 'the port of the redirect URI, where it is registered with one', portFrom, 8888);
  },

  async run(context, { port }) {
    const facts = await whileShowing(
      context,
      'Asking Spotify, one thing after the other',
      gatherFacts(openKeeper(context), port, context),
    );
    const checks = judge(facts);
    const { stdout, stdoutIsTerminal, environment } = context;
    const colours = paint(stdoutIsTerminal && !environment.noColor);
    return {
      data: {
        checks: checks.map(({ name, verdict, message, cure }) => ({ name, verdict, message, cure: cure ?? null })),
      },
      text: checkLines(checks, colours, stdoutIsTerminal ? (stdout.columns ?? 80) : undefined),
      exitCode: exitCodeFor(checks),
    };
  },
};
