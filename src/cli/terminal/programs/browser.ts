/** The program that opens an address, with its arguments. It is never a shell, which would interpret the address. */
export function browserCommand(url: string, platform: NodeJS.Platform): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open', url];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
}

/**
 * Opens an address in the user's browser. A failure is harmless, because the address is printed too.
 * @param url http or https only
 * @param onFailed called if the program was started and then failed: `xdg-open` often exists without a browser. Windows
 *   does not report this.
 * @returns whether the program could be started
 */
export function openBrowser(url: string, onFailed?: () => void): Promise<boolean> {
  if (!/^https?:$/.test(new URL(url).protocol)) throw new TypeError('Only http and https addresses can be opened.');
  const [program, ...args] = browserCommand(url, process.platform);
  return startProgram(program, args, process.platform === 'win32' ? undefined : onFailed);
}

async function startProgram(program: string, args: readonly string[], onFailed?: () => void): Promise<boolean> {
  // Imported here because it takes a tenth of the start-up time.
  const { spawn } = await import('node:child_process');
  // Detached, so that the browser outlives this process; without output, so that it cannot write over ours.
  const child = spawn(program, args, { detached: true, stdio: 'ignore', windowsHide: true });
  child.unref();
  // A null code means that a signal ended the program: the user closed the browser.
  child.once('exit', (code) => {
    if (code !== null && code !== 0) onFailed?.();
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('spawn', () => resolve(true));
  });
}
