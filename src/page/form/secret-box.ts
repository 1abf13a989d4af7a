import { byId } from '../shared/dom.ts';

/** The form's own box for a client secret: shown on demand, masked again, emptied when the page is left. */
export function initSecretBox(): { mask(): void; empty(): void } {
  const box = byId<HTMLInputElement>('client-secret');
  const button = byId<HTMLButtonElement>('show-client-secret');
  const show = (isShown: boolean) => {
    box.type = isShown ? 'text' : 'password';
    button.textContent = isShown ? 'Hide' : 'Show';
    button.ariaLabel = `${isShown ? 'Hide' : 'Show'} client secret`;
  };
  const empty = () => {
    box.value = '';
    show(false);
  };
  button.addEventListener('click', () => show(box.type === 'password'));
  addEventListener('pagehide', empty);
  return { mask: () => show(false), empty };
}
