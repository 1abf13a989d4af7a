/** The parts of a `fetch` error that are read here. */
interface FetchError {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/** Codes of errors that only happen before a request is sent: no address, no connection, no TLS. */
const codesBeforeSending =
  /^(ENOTFOUND|EAI_[A-Z]+|ECONNREFUSED|ConnectionRefused|UND_ERR_CONNECT_TIMEOUT|CERT_[A-Z_]+|ERR_TLS_[A-Z_]+|ERR_SSL_[A-Z0-9_]+|EPROTO|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_[A-Z_]+)$/;

/** TLS errors that also happen on a connection that was established. */
const codesInConnection = /BAD_RECORD_MAC|DECRYPTION_FAILED|BAD_DECRYPT|UNEXPECTED_EOF/;

/** System calls that only happen before a request is sent. */
const callsBeforeSending: readonly unknown[] = ['connect', 'getaddrinfo'];

const noTlsMessage = 'Client network socket disconnected before secure TLS connection was established';

/**
 * Whether an error of `fetch` proves that the request was not sent. Most codes do not prove it: a host can become
 * unreachable while the answer is pending. A runtime that does not say what went wrong proves nothing.
 *
 * Node reports a connection that never completes (no DNS answer, no TCP, no TLS) as `UND_ERR_CONNECT_TIMEOUT`. Measured
 * on loopback with Node 20, 22 and 24 and eight busy processes on two cores: after 10.2 to 11.6 seconds. So the deadline
 * of a refresh is 13 seconds: a deadline of 10 seconds would end the request first. To measure it again:
 * `node bench/connect-stall.mjs`.
 */
export function wasNeverSent(thrown: unknown): boolean {
  const error = (thrown ?? {}) as FetchError;
  return isFromBeforeSending(error) || isFromBeforeSending((error.cause ?? {}) as FetchError);
}

function isFromBeforeSending({ code, syscall, message, errors }: FetchError): boolean {
  // One error for each address that was tried.
  if (Array.isArray(errors) && errors.length > 0) {
    return errors.every((error: unknown) => isFromBeforeSending((error ?? {}) as FetchError));
  }
  if (callsBeforeSending.includes(syscall) || message === noTlsMessage) return true;
  return typeof code === 'string' && codesBeforeSending.test(code) && !codesInConnection.test(code);
}
