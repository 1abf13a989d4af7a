/** The program that opens an address, and what it is given: never a shell, which would read the address as words. */
export function browserCommand(url: string, platform: NodeJS.Platform): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open', url];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
}

/**
 * Opens an address in the reader's browser, as far as there is one. Failing is harmless: the address is printed too.
 * @param url http or https only
 * @param onFailed told where the program was started and ends saying that it opened nothing: `xdg-open` is often there
 * and no browser is. On Windows what opens it never says.
 * @returns whether the program that opens it could be started
 */
export function openBrowser(url: string, onFailed?: () => void): Promise<boolean> {
  if (!/^https?:$/.test(new URL(url).protocol)) throw new TypeError('Only http and https addresses are opened.');
  const [program, ...args] = browserCommand(url, process.platform);
  return started(program, args, process.platform === 'win32' ? undefined : onFailed);
}

async function started(program: string, args: readonly string[], onFailed?: () => void): Promise<boolean> {
  // Loaded when it is needed: it takes a tenth of a start.
  const { spawn } = await import('node:child_process');
  // Detached and without a terminal: closing this program leaves the browser open, and it can't write over our words.
  const child = spawn(program, args, { detached: true, stdio: 'ignore', windowsHide: true });
  child.unref();
  // A signal is no answer: somebody ended the browser.
  child.once('exit', (code) => {
    if (code !== null && code !== 0) onFailed?.();
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('spawn', () => resolve(true));
  });
}
