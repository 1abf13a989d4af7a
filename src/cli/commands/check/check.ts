import { isRefrainError } from '../../../errors/refrain-error.ts';
import { readAuthorizeAnswer } from './ask-servers.ts';
import { checkClientId, checkRedirectUri, checkSecret } from './check-app.ts';
import { checkClock, checkNetwork, checkNode } from './check-machine.ts';
import { checkPremiumAndUserList, checkRefreshToken, checkScopes } from './check-token.ts';
import { checkNames, notChecked, type Check } from './check-result.ts';
import type { Facts } from './facts.ts';
import type { CommandModule } from '../../context/command.ts';
import { declareUnsavedFlag, type UnsavedFlag } from '../../profile/records/unsaved.ts';
import { openKeeper } from '../../profile/open-keeper.ts';
import { portFrom } from '../../terminal/flags.ts';
import { paint } from '../../terminal/text.ts';
import { whileShowing } from '../../terminal/progress.ts';
import { formatChecks } from './check-text.ts';
import { gatherFacts } from './gather-facts.ts';

interface CheckOptions extends UnsavedFlag {
  readonly clientId?: string;
  readonly port?: number;
}

/** `refrain check` diagnoses problems, from this machine to the account, and says how to fix each one. */
export const check: CommandModule<CheckOptions> = {
  examples: ['refrain check', 'refrain check --client-id 0ac7…', "refrain check --json | jq '.checks[] | .verdict'"],

  addFlags(command) {
    declareUnsavedFlag(command);
    command
      .option('--client-id <ID>', 'the app to check (default: that of the last login, or of the token)')
      .option('--port <N>', 'port of the redirect URI (default: as in the last login, else 8888)', portFrom);
  },

  async run(context, { unsaved, ...flags }) {
    const opened = await openKeeper(context, { unsaved });
    const facts = await whileShowing(context, 'Checking', gatherFacts(opened, flags, context));
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

/** Turns the facts into one result for each check, in order. */
export function checkAll(facts: Facts): readonly Check[] {
  const { accounts } = facts;
  const network = checkNetwork(facts);
  const machine = [checkNode(facts), network, checkClock(facts)];
  if (network.verdict !== 'ok' || isRefrainError(accounts)) {
    return [...machine, ...checkNames.slice(3).map((name) => notChecked(name, 'Spotify cannot be reached.'))];
  }
  const authorize = readAuthorizeAnswer(accounts, facts);
  return [
    ...machine,
    checkRedirectUri(facts, authorize),
    checkClientId(facts, authorize),
    checkSecret(facts),
    checkRefreshToken(facts),
    checkScopes(facts, authorize),
    ...checkPremiumAndUserList(facts),
  ];
}

/** 3 if a person is needed, 1 if something is wrong or a check could not be done, otherwise 0. */
export function exitCodeFor(checks: readonly Check[]): 0 | 1 | 3 {
  const codes = checks.map(({ exitCode }) => exitCode);
  return codes.includes(3) ? 3 : codes.includes(1) ? 1 : 0;
}
