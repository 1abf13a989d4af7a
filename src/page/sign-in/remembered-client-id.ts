import { byId } from '../shared/dom.ts';

const key = 'refrain.client-id';

/** The client ID that the user chose to remember on this device, or an empty string. */
export function rememberedClientId(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** Remembers a client ID, or forgets it if it is empty. Does nothing if storage is blocked or full. */
export function rememberClientId(clientId: string): void {
  try {
    if (clientId) localStorage.setItem(key, clientId);
    else localStorage.removeItem(key);
  } catch {
    // Not needed to sign in: the box is empty next time.
  }
}

/** Fills the form with the remembered client ID, and offers to forget it. */
export function fillRememberedClientId(): void {
  const box = byId<HTMLInputElement>('client-id');
  const forget = byId('forget');
  const remembered = rememberedClientId();
  if (!box.value) box.value = remembered;
  forget.hidden = !remembered || box.value !== remembered;
  forget.addEventListener('click', () => {
    rememberClientId('');
    forget.hidden = true;
    box.focus();
  });
}
