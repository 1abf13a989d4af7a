import { isRefrainError } from '../../../errors/refrain-error.ts';
import { readAuthorizeAnswer } from './ask-servers.ts';
import { checkClientId, checkRedirectUri, checkSecret } from './check-app.ts';
import { checkClock, checkNetwork, checkNode } from './check-machine.ts';
import { checkPremiumAndUserList, checkRefreshToken, checkScopes } from './check-token.ts';
import { checkNames, notChecked, type Check } from './checks.ts';
import type { Facts } from './facts.ts';

/** Turns the facts into one result for each check, in order. */
export function checkAll(facts: Facts): readonly Check[] {
  const { accounts } = facts;
  const network = checkNetwork(facts);
  const machine = [checkNode(facts), network, checkClock(facts)];
  if (network.verdict !== 'ok' || isRefrainError(accounts)) {
    return [...machine, ...checkNames.slice(3).map((name) => notChecked(name, 'Spotify cannot be reached.'))];
  }
  const authorize = readAuthorizeAnswer(accounts, facts.redirectUri.sent);
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

/** 3 if a person is needed, 1 if something is wrong or an error got in the way, else 0. */
export function exitCodeFor(checks: readonly Check[]): 0 | 1 | 3 {
  const codes = checks.map(({ exitCode }) => exitCode);
  return codes.includes(3) ? 3 : codes.includes(1) ? 1 : 0;
}
