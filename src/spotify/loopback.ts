/** Whether a host name (as `URL` gives it) is this machine: `127.x.x.x`, `[::1]` or `localhost`. */
export function isLoopback(hostname: string): boolean {
  return /^(127(\.\d+){3}|\[::1\]|localhost)$/.test(hostname);
}

/** Whether secrets may travel to this address: https, or http that does not leave this machine. */
export function isSafeForSecrets(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}
