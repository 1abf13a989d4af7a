/** Milliseconds for which a button says *Copied*. */
const shownFor = 2000;

/** Says *Copied* on a button for two seconds. The words are its `data-done`; score.css keeps room for them. */
export function showCopied(button: HTMLElement): void {
  const { done } = button.dataset;
  const label = button.textContent;
  if (done === undefined || label === done) return;
  button.textContent = done;
  setTimeout(() => (button.textContent = label), shownFor);
}
