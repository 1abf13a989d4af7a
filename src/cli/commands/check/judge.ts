import { RefrainError } from '../../../errors/refrain-error.ts';
import { meaningOfAuthorize } from './authorize-meaning.ts';
import { checkNames, notChecked, type Check } from './check.ts';
import type { Facts } from './facts.ts';
import { judgeClientId, judgeRedirectUri, judgeSecret } from './judge-app.ts';
import { judgeClock, judgeNetwork, judgeNode } from './judge-machine.ts';
import { judgeGates, judgeRefreshToken, judgeScopes } from './judge-token.ts';

/** All lines, in their order. Pure: what was learnt in, what it means out. */
export function judge(facts: Facts): readonly Check[] {
  const [node, network] = [judgeNode(facts), judgeNetwork(facts)];
  const { accounts } = facts;
  const clock =
    accounts instanceof RefrainError
      ? notChecked('clock', 'There is no server to compare with.')
      : judgeClock({ accounts });
  if (network.verdict !== 'ok' || accounts instanceof RefrainError) {
    const rest = checkNames.slice(3).map((name) => notChecked(name, 'Spotify is not to be reached.'));
    return [node, network, clock, ...rest];
  }
  const meaning = meaningOfAuthorize(accounts, facts.redirectUri.sent);
  return [
    node,
    network,
    clock,
    judgeRedirectUri(facts, meaning),
    judgeClientId(facts, meaning),
    judgeSecret(facts),
    judgeRefreshToken(facts),
    judgeScopes(facts, meaning),
    ...judgeGates(facts),
  ];
}

/** 3 where a person is needed, else 1 where something is wrong or could not be told for trouble, else 0. */
export function exitCodeFor(checks: readonly Check[]): 0 | 1 | 3 {
  const codes = checks.map(({ exitCode }) => exitCode);
  return codes.includes(3) ? 3 : codes.includes(1) ? 1 : 0;
}
