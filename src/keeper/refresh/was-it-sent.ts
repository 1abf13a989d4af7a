/** What Node's fetch and others say of a failure, as far as it is looked at. */
interface Failure {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/** Codes of failures from before a request could leave, whatever was being done: no name, no connection, no TLS. */
const beforeSending =
  /^(ENOTFOUND|EAI_[A-Z]+|ECONNREFUSED|ConnectionRefused|UND_ERR_CONNECT_TIMEOUT|CERT_[A-Z_]+|ERR_TLS_[A-Z_]+|ERR_SSL_[A-Z0-9_]+|EPROTO|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_[A-Z_]+)$/;

/** TLS that had stood, and broke. */
const inTheMiddle = /BAD_RECORD_MAC|DECRYPTION_FAILED|BAD_DECRYPT|UNEXPECTED_EOF/;

/** What the machine was asked to do when it failed, where that is always before a request leaves. */
const firstCalls: readonly unknown[] = ['connect', 'getaddrinfo'];

const noTlsYet = 'Client network socket disconnected before secure TLS connection was established';

/**
 * Whether an error of `fetch` proves that the request was not sent. Most codes alone do not: a host can become
 * unreachable while the answer is pending. A runtime that does not say what went wrong proves nothing.
 *
 * Node reports a connection that never completes (no DNS answer, no TCP, no TLS) as `UND_ERR_CONNECT_TIMEOUT`. Measured
 * on loopback with Node 20, 22 and 24 and eight busy processes on two cores: after 10.2 to 11.6 seconds. So the deadline
 * of a refresh is 13 seconds; a deadline of 10 seconds would end the request first. To measure it again:
 * `node bench/connect-stall.mjs`.
 */
export function neverLeft(thrown: unknown): boolean {
  const failure = (thrown ?? {}) as Failure;
  return isFromBefore(failure) || isFromBefore((failure.cause ?? {}) as Failure);
}

function isFromBefore({ code, syscall, message, errors }: Failure): boolean {
  // One for each address that was tried.
  if (Array.isArray(errors) && errors.length > 0) {
    return errors.every((error: unknown) => isFromBefore((error ?? {}) as Failure));
  }
  if (firstCalls.includes(syscall) || message === noTlsYet) return true;
  return typeof code === 'string' && beforeSending.test(code) && !inTheMiddle.test(code);
}
