import { RefrainError } from '../../../errors/refrain-error.ts';
import { countOf } from '../../../text/dates.ts';
import { listOf } from '../../terminal/text.ts';
import { ok, untold, wrong, type Check } from './check.ts';
import type { Facts, Reached } from './facts.ts';

/** The oldest Node that Refrain is made for. */
const oldest = [20, 19] as const;

export function judgeNode({ nodeVersion }: Pick<Facts, 'nodeVersion'>): Check {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const isNew = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  if (isNew) return ok('node', nodeVersion);
  return wrong(
    'node',
    `This is Node ${nodeVersion}; Refrain needs ${oldest.join('.')} or newer.`,
    'Update Node: https://nodejs.org',
  );
}

type NetworkFacts = Pick<Facts, 'accounts' | 'api' | 'endpoints' | 'unusedProxy'>;

/** Whether both servers answer, and answer as Spotify does. */
export function judgeNetwork({ accounts, api, endpoints, unusedProxy }: NetworkFacts): Check {
  const both = [
    {
      host: new URL(endpoints.accountsUrl).host,
      reached: accounts,
      isOwn: accounts instanceof RefrainError || accounts.status < 500,
    },
    // Asked without a token it refuses; anything else is somebody else's answer.
    {
      host: new URL(endpoints.apiUrl).host,
      reached: api,
      isOwn: api instanceof RefrainError || [400, 401, 403, 429].includes(api.status),
    },
  ];
  for (const { host, reached, isOwn } of both) {
    if (reached instanceof RefrainError) return unreached(host, reached, unusedProxy);
    if (reached.status >= 500) {
      return wrong('network', `${host} answers, but has trouble (${reached.status}).`, 'Try again in a few minutes.');
    }
    if (!isOwn) {
      return wrong(
        'network',
        `Something else than Spotify answers at ${host} (${reached.status}).`,
        'Sign in to this network if it wants that, or use another one.',
      );
    }
  }
  return ok(
    'network',
    `${listOf([...new Set(both.map(({ host }) => host))])} ${endpoints.accountsUrl === endpoints.apiUrl ? 'answers' : 'answer'}.`,
  );
}

function unreached(host: string, error: RefrainError, unusedProxy: string | undefined): Check {
  const { code = '' } = (error.cause ?? {}) as { code?: string };
  const proxy = unusedProxy
    ? ` ${unusedProxy} is set, but Node uses it only with NODE_USE_ENV_PROXY=1, from Node 24 on.`
    : '';
  const [what, cure] = causeOf(error.code === 'timed_out' ? 'timed_out' : code);
  return wrong('network', `${host}: ${what}${code && ` (${code})`}.`, `${cure}${proxy}`);
}

function causeOf(code: string): readonly [string, string] {
  if (/^(ENOTFOUND|EAI_AGAIN)$/.test(code)) {
    return ['its name cannot be looked up', 'Check the connection and the name server.'];
  }
  if (/^CERT_(NOT_YET_VALID|HAS_EXPIRED)$/.test(code)) {
    return [
      'its certificate is not valid today',
      'Check this machine\u2019s clock; if it is right, something stands in between.',
    ];
  }
  if (/CERT|SIGNATURE|SELF_SIGNED|ALTNAME|ISSUER/.test(code)) {
    return [
      'its certificate is not Spotify\u2019s own',
      'Something opens your connections, such as a company\u2019s proxy. If you trust it: NODE_EXTRA_CA_CERTS=its-certificate.pem',
    ];
  }
  if (code === 'ECONNREFUSED') return ['the connection is refused', 'Check the address, or the firewall in between.'];
  if (/timed_out|TIMEOUT|ETIMEDOUT/.test(code)) return ['no answer in time', 'Check the connection, then try again.'];
  return ['it cannot be reached', 'Check the connection, and whether a proxy or firewall stands in between.'];
}

/** Milliseconds that a clock may be off: what counts days can live with it. */
const tolerance = 2 * 60_000;

/** Compares the clocks by the server's `Date`, which counts whole seconds. */
export function judgeClock({ accounts }: { readonly accounts: Reached }): Check {
  const { date, sentAt, receivedAt } = accounts;
  if (date === undefined) return untold('clock', 'The server does not say what time it is.');
  const ahead = Math.round((sentAt + receivedAt) / 2 - date);
  if (Math.abs(ahead) <= tolerance) return ok('clock', 'It agrees with the server\u2019s.');
  return wrong(
    'clock',
    `This machine\u2019s clock is ${spanOf(Math.abs(ahead))} ${ahead > 0 ? 'ahead' : 'behind'}, so days are counted wrongly.`,
    'Set it, best by itself: timedatectl set-ntp true, or the date settings of this system.',
  );
}

function spanOf(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 120) return countOf(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? countOf(hours, 'hour') : countOf(Math.round(hours / 24), 'day');
}
