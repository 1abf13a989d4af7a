import { isRefrainError, type RefrainError } from '../../../errors/refrain-error.ts';
import { countOf } from '../../../text/dates.ts';
import { listOf } from '../../terminal/text.ts';
import { notChecked, ok, unknown, wrong, type Check } from './check-result.ts';
import type { Facts, ServerAnswer } from './facts.ts';

/** Major and minor version of the oldest Node that Refrain supports. */
const oldestNode = [20, 19] as const;

export function checkNode({ nodeVersion }: Pick<Facts, 'nodeVersion'>): Check {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const isSupported = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  if (isSupported) return ok('node', nodeVersion);
  const message = `Node ${nodeVersion} is too old. Refrain needs ${oldestNode.join('.')} or newer.`;
  return wrong('node', message, 'Update Node: https://nodejs.org');
}

type NetworkFacts = Pick<Facts, 'accounts' | 'api' | 'endpoints' | 'unusedProxy'>;

/** Whether both servers answer, and answer as Spotify does. */
export function checkNetwork({ accounts, api, endpoints, unusedProxy }: NetworkFacts): Check {
  const servers = [
    { host: new URL(endpoints.accountsUrl).host, answer: accounts, expected: undefined },
    // The Web API refuses a request without a token.
    { host: new URL(endpoints.apiUrl).host, answer: api, expected: [400, 401, 403, 429] },
  ];
  for (const { host, answer, expected } of servers) {
    if (isRefrainError(answer)) return unreachable(host, answer, unusedProxy);
    const { status } = answer;
    if (status >= 500) {
      return wrong('network', `${host} has a problem (HTTP ${status}).`, 'Try again in a few minutes.');
    }
    if (expected && !expected.includes(status) && !isWebApiError(answer)) {
      const message = `The answer from ${host} is not Spotify\u2019s (HTTP ${status}).`;
      return wrong('network', message, 'Sign in to this network in your browser, or use another one.');
    }
  }
  const hosts = [...new Set(servers.map(({ host }) => host))];
  return ok('network', `${listOf(hosts)} ${hosts.length > 1 ? 'answer' : 'answers'}.`);
}

/** Whether an answer has the form of the Web API's errors, so that it is Spotify's with any status. */
function isWebApiError({ text = '' }: ServerAnswer): boolean {
  try {
    const { error } = JSON.parse(text) as { error?: { message?: unknown } };
    return typeof error?.message === 'string';
  } catch {
    return false;
  }
}

function unreachable(host: string, error: RefrainError, unusedProxy: string | undefined): Check {
  const { code = '' } = (error.cause ?? {}) as { code?: string };
  const [reason, cure] = explainFailure(error.code === 'timed_out' ? 'timed_out' : code);
  const proxy = unusedProxy
    ? ` Node ignores ${unusedProxy}. To use it, set NODE_USE_ENV_PROXY=1 (Node 24 or newer).`
    : '';
  return wrong('network', `Cannot reach ${host}: ${reason}${code && ` (${code})`}.`, `${cure}${proxy}`);
}

/** The reason and the cure for a code of the operating system, of TLS or of Node's `fetch`. */
function explainFailure(code: string): readonly [reason: string, cure: string] {
  if (/^(ENOTFOUND|EAI_AGAIN)$/.test(code)) return ['name lookup failed', 'Check your connection and DNS.'];
  if (/^CERT_(NOT_YET_VALID|HAS_EXPIRED)$/.test(code)) {
    return ['its certificate is not valid today', 'Check the date of this machine.'];
  }
  if (/CERT|SIGNATURE|SELF_SIGNED|ALTNAME|ISSUER/.test(code)) {
    const cure = 'A proxy may replace it. If you trust the proxy, set NODE_EXTRA_CA_CERTS=FILE.pem.';
    return ['the certificate is not Spotify\u2019s', cure];
  }
  if (code === 'ECONNREFUSED') return ['connection refused', 'Check the address and your firewall.'];
  if (/timed_out|TIMEOUT|ETIMEDOUT/.test(code)) return ['timed out', 'Check your connection, then try again.'];
  return ['connection failed', 'Check your connection, proxy and firewall.'];
}

/** Milliseconds that the clock may be off. Expiry is counted in days, so a little does not matter. */
const tolerance = 2 * 60_000;

/** Compares this clock with the server's `Date`, which has whole seconds. */
export function checkClock({ accounts }: Pick<Facts, 'accounts'>): Check {
  if (isRefrainError(accounts)) return notChecked('clock', 'There is no server to compare it with.');
  const { date, sentAt, receivedAt } = accounts;
  if (date === undefined) return unknown('clock', 'The server did not send the time.');
  const ahead = Math.round((sentAt + receivedAt) / 2 - date);
  if (Math.abs(ahead) <= tolerance) return ok('clock', 'Your clock is right.');
  const message = `Your clock is ${durationText(Math.abs(ahead))} ${ahead > 0 ? 'fast' : 'slow'}.`;
  return wrong('clock', message, 'Turn on automatic time.');
}

function durationText(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 120) return countOf(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? countOf(hours, 'hour') : countOf(Math.round(hours / 24), 'day');
}
