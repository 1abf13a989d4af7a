import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { failureOf } from '../../../test/support/failure-of.ts';
import { hour, keeperBench } from '../../../test/support/keeper/keeper-bench.ts';

/** The failure of a connection as Node's fetch tells it, with what the machine was doing. */
function failed(code: string, syscall?: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code, syscall }) });
}

/** Several addresses were tried, and none could be reached. */
function allFailed(...causes: [code: string, syscall: string][]): TypeError {
  const errors = causes.map(([code, syscall]) => Object.assign(new Error(code), { code, syscall }));
  const cause = Object.assign(new AggregateError(errors), { code: causes[0]?.[0] });
  return new TypeError('fetch failed', { cause });
}

describe('where tokens rotate', () => {
  it.each([
    ['a connect time-out of Node', failed('UND_ERR_CONNECT_TIMEOUT')],
    ['a connect time-out of the machine', failed('ETIMEDOUT', 'connect')],
    ['a connect time-out at every address', allFailed(['ETIMEDOUT', 'connect'], ['ENETUNREACH', 'connect'])],
    ['no way to the host', failed('EHOSTUNREACH', 'connect')],
    ['a firewall that lets nothing out', failed('EPERM', 'connect')],
    ['no name server', failed('ETIMEOUT', 'getaddrinfo')],
    [
      'a connection that ends before TLS stands',
      new TypeError('fetch failed', {
        cause: Object.assign(
          new Error('Client network socket disconnected before secure TLS connection was established'),
          {
            code: 'ECONNRESET',
          },
        ),
      }),
    ],
    ['no network', failed('ENETUNREACH', 'connect')],
  ])('%s spends nothing, and is tried again', async (_, failure) => {
    const bench = keeperBench();
    const keeper = await bench.kept({ rotates: true });
    bench.clock.time += 2 * hour;
    let failures = 0;
    bench.network = async (_request, pass) => (failures++ < 2 ? Promise.reject(failure) : pass());
    expect(await keeper.accessToken()).toMatch(/./);
    expect(failures).toBe(3);
  });

  it.each([
    ['a host that is gone while its answer is waited for', failed('EHOSTUNREACH', 'read')],
    ['a network that is gone while its answer is waited for', failed('ENETDOWN', 'read')],
    ['a connection that times out while its answer is waited for', failed('ETIMEDOUT', 'read')],
    [
      'one of several connections that broke after it stood',
      allFailed(['ECONNREFUSED', 'connect'], ['ECONNRESET', 'read']),
    ],
    ['TLS that breaks in the middle', failed('ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC')],
    ['TLS that the other side breaks in the middle', failed('ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC')],
    ['TLS that ends in the middle', failed('ERR_SSL_UNEXPECTED_EOF_WHILE_READING')],
  ])('%s leaves a doubt', async (_, failure) => {
    const bench = keeperBench();
    const keeper = await bench.kept({ rotates: true });
    bench.clock.time += 2 * hour;
    let sent = 0;
    bench.network = async (_request, pass) => {
      await pass();
      sent++;
      throw failure;
    };
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'refresh_token_in_doubt' });
    expect(sent).toBe(1);
  });
});

it('a request that is ended by its deadline of 13 seconds may have spent a single-use token', async () => {
  const bench = keeperBench();
  const keeper = await bench.kept({ rotates: true });
  bench.clock.time += 2 * hour;
  const deadline = new AbortController();
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(deadline.signal);
  onTestFinished(() => timeout.mockRestore());
  bench.network = async () => {
    deadline.abort();
    return new Promise<never>(() => {});
  };
  expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'refresh_token_in_doubt' });
  expect(timeout.mock.calls).toEqual([[13_000]]);
  expect(bench.refreshes).toHaveLength(1);
});
