import type { CommandModule } from '../../context/command.ts';
import { openKeeper } from '../../profile/open-keeper.ts';
import { portFrom } from '../../terminal/flags.ts';
import { paint } from '../../terminal/text.ts';
import { whileShowing } from '../../terminal/progress.ts';
import { checkAll, exitCodeFor } from './check-all.ts';
import { formatChecks } from './check-text.ts';
import { gatherFacts } from './gather-facts.ts';

interface CheckOptions {
  readonly port: number;
}

/** `refrain check` diagnoses problems, from this machine to the account, and says how to fix each one. */
export const check: CommandModule<CheckOptions> = {
  examples: ['refrain check', 'refrain check --profile work', "refrain check --json | jq '.checks[] | .verdict'"],

  addFlags(command) {
    command.option('--port <N>', 'port of the redirect URI, if you registered one', portFrom, 8888);
  },

  async run(context, { port }) {
    const opened = await openKeeper(context);
    const facts = await whileShowing(context, 'Checking', gatherFacts(opened, port, context));
    const checks = checkAll(facts);
    const { stdout, stdoutIsTerminal, environment } = context;
    const colours = paint(stdoutIsTerminal && !environment.noColor);
    return {
      data: {
        checks: checks.map(({ name, verdict, message, cure }) => ({ name, verdict, message, cure: cure ?? null })),
      },
      text: formatChecks(checks, colours, stdoutIsTerminal ? (stdout.columns ?? 80) : undefined),
      exitCode: exitCodeFor(checks),
    };
  },
};
