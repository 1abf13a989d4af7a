import { announce } from '../shared/dom.ts';

/** Copies what a read-only box holds, and says so on its button; where the browser refuses, the text stands selected. */
export async function copyBox(box: HTMLInputElement, button: HTMLButtonElement, name: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(box.value);
  } catch {
    box.focus();
    box.select();
    announce(`The browser does not let the page copy. The ${name} is selected: copy it yourself.`);
    return;
  }
  announce(`${name} copied`);
  button.textContent = 'Copied';
  setTimeout(() => (button.textContent = 'Copy'), 2000);
}
