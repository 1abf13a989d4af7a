import { byId } from '../shared/dom.ts';
import { loadFormParts } from './load-form-parts.ts';

/** The form's box for a client secret. It is masked, shown on demand, and emptied when the page is left. */
export function initSecretBox(): { mask(): void; empty(): void } {
  const box = byId<HTMLInputElement>('client-secret');
  const toggle = async (isShown: boolean) => (await loadFormParts())?.showSecret(isShown);
  const mask = () => {
    if (box.type !== 'password') void toggle(false);
    box.type = 'password';
  };
  const empty = () => {
    box.value = '';
    mask();
  };
  byId('show-client-secret').addEventListener('click', () => void toggle(box.type === 'password'));
  addEventListener('pagehide', empty);
  return { mask, empty };
}
