import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { failureOf } from '../../../test/support/failure-of.ts';
import { hour, keeperBench } from '../../../test/support/keeper/keeper-bench.ts';

/** The error of Node's `fetch` for a failed connection, with the system call. */
function fetchError(code: string, syscall?: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code, syscall }) });
}

/** The error if several addresses were tried. */
function fetchErrors(...causes: [code: string, syscall: string][]): TypeError {
  const errors = causes.map(([code, syscall]) => Object.assign(new Error(code), { code, syscall }));
  const cause = Object.assign(new AggregateError(errors), { code: causes[0]?.[0] });
  return new TypeError('fetch failed', { cause });
}

describe('a single-use token', () => {
  it.each([
    ['a connect time-out of Node', fetchError('UND_ERR_CONNECT_TIMEOUT')],
    ['a connect time-out of the system', fetchError('ETIMEDOUT', 'connect')],
    ['a connect time-out at every address', fetchErrors(['ETIMEDOUT', 'connect'], ['ENETUNREACH', 'connect'])],
    ['an unreachable host', fetchError('EHOSTUNREACH', 'connect')],
    ['a firewall that blocks the connection', fetchError('EPERM', 'connect')],
    ['no name server', fetchError('ETIMEOUT', 'getaddrinfo')],
    [
      'a connection that ends during the TLS handshake',
      new TypeError('fetch failed', {
        cause: Object.assign(
          new Error('Client network socket disconnected before secure TLS connection was established'),
          {
            code: 'ECONNRESET',
          },
        ),
      }),
    ],
    ['no network', fetchError('ENETUNREACH', 'connect')],
  ])('%s does not use the token, and is tried again', async (_, failure) => {
    const bench = keeperBench();
    const keeper = await bench.kept({ rotates: true });
    bench.clock.time += 2 * hour;
    let failures = 0;
    bench.network = async (_request, pass) => (failures++ < 2 ? Promise.reject(failure) : pass());
    expect(await keeper.accessToken()).toMatch(/./);
    expect(failures).toBe(3);
  });

  it.each([
    ['a host that becomes unreachable before it answers', fetchError('EHOSTUNREACH', 'read')],
    ['a network that goes down before the answer', fetchError('ENETDOWN', 'read')],
    ['a connection that times out before the answer', fetchError('ETIMEDOUT', 'read')],
    [
      'one of several connections that breaks once it is established',
      fetchErrors(['ECONNREFUSED', 'connect'], ['ECONNRESET', 'read']),
    ],
    ['TLS that breaks in an established connection', fetchError('ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC')],
    ['TLS that the server breaks in an established connection', fetchError('ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC')],
    ['TLS that ends in an established connection', fetchError('ERR_SSL_UNEXPECTED_EOF_WHILE_READING')],
  ])('%s makes it uncertain', async (_, failure) => {
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

it('a request that reaches its deadline of 13 seconds makes a single-use token uncertain', async () => {
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
