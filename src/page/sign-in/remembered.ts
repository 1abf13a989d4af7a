import { byId } from '../shared/dom.ts';

const key = 'refrain.client-id';

/** The client ID that somebody chose to have remembered on this device, or none. Never a secret, never a token. */
function rememberedClientId(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** Remembers a client ID, or forgets it where it is empty. Where storage is blocked or full nothing is, and no try fails by it. */
export function rememberClientId(clientId: string): void {
  try {
    if (clientId) localStorage.setItem(key, clientId);
    else localStorage.removeItem(key);
  } catch {
    // It is a comfort alone: the box stands empty next time.
  }
}

/** Fills the form with the remembered client ID, and forgets it as soon as the box is unticked. */
export function initRememberedClientId(): void {
  const choice = byId<HTMLInputElement>('remember');
  const box = byId<HTMLInputElement>('client-id');
  const remembered = rememberedClientId();
  if (remembered && !box.value) box.value = remembered;
  if (remembered && box.value === remembered) choice.checked = true;
  choice.addEventListener('change', () => {
    if (!choice.checked) rememberClientId('');
  });
}
