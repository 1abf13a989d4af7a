/**
 * Makes a text box as high as its text, in browsers where the style sheet cannot (`field-sizing`).
 * @returns stops doing so
 */
export function showAllText(box: HTMLTextAreaElement, window: Window & typeof globalThis): (() => void) | undefined {
  if (window.CSS.supports('field-sizing', 'content')) return undefined;
  const fit = () => {
    box.style.blockSize = 'auto';
    box.style.blockSize = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
  };
  fit();
  window.addEventListener('resize', fit);
  return () => window.removeEventListener('resize', fit);
}
