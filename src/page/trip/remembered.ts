const key = 'refrain.client-id';

/** The client ID that somebody chose to have remembered on this device, or none. Never a secret, never a token. */
export function rememberedClientId(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** Remembers a client ID, or forgets it where it is empty. @throws whatever the browser throws where storage is blocked */
export function rememberClientId(clientId: string): void {
  if (clientId) localStorage.setItem(key, clientId);
  else localStorage.removeItem(key);
}
