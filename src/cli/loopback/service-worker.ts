/**
 * Notices that another app, which ran on this port before, left a service worker in the browser: it can answer instead of
 * this server. After each page load the browser asks for its script again, and that request always reaches the server.
 * Refrain has no service worker.
 * @param tell gets the text for the terminal, once
 * @returns takes the `Service-Worker` header of a request, and the origin of the server
 * @see https://w3c.github.io/ServiceWorker/#service-worker-script-request
 */
export function noticeServiceWorker(
  tell: (text: string) => void,
): (header: string | null | undefined, origin: string) => void {
  let isTold = false;
  return (header, origin) => {
    if (isTold || header !== 'script') return;
    isTold = true;
    tell(
      `\nYour browser has a service worker of another app that once ran at ${origin}.\n` +
        `It can show its own page instead of this one. Delete the browser’s data for ${origin}, or use --port N.\n`,
    );
  };
}
