/** Whether a host name, as `URL.hostname` gives it, is this machine: `127.x.x.x`, `[::1]` or `localhost`. */
export function isLoopback(hostname: string): boolean {
  return /^(127(\.\d+){3}|\[::1\]|localhost)$/.test(hostname);
}

/**
 * Whether a `Host` header names this machine, with any port (an SSH tunnel changes the port). A server on loopback must
 * refuse all other names: a website can point its own name at 127.0.0.1 (DNS rebinding).
 */
export function isLoopbackHost(host: string): boolean {
  return isLoopback(host.toLowerCase().replace(/:\d*$/, ''));
}
