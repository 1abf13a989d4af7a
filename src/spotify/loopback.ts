/** Whether a host name, as `URL.hostname` gives it, is this machine: `127.x.x.x`, `[::1]` or `localhost`. */
export function isLoopback(hostname: string): boolean {
  return /^(127(\.\d+){3}|\[::1\]|localhost)$/.test(hostname);
}
