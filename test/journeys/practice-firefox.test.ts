import { expect, it } from 'vitest';
import { findFirefox, launchFirefox } from '../support/page/firefox.ts';
import { serveFolder } from '../support/page/static-server.ts';

const path = findFirefox();

/** In the page: the visible control with this text or label. */
const find = `
  const [name] = arguments;
  const controls = [...document.querySelectorAll('button, summary, label')].filter((one) => one.checkVisibility());
  const control = controls.find((one) => one.textContent.trim().startsWith(name) || one.ariaLabel === name);`;

it('practice works from Connect to expiry in Firefox, without a network', async ({ skip }) => {
  if (path === undefined) return skip('There is no Firefox on this machine.');
  const [server, firefox] = await Promise.all([serveFolder(), launchFirefox(path)]);
  const press = async (name: string) => {
    await expect.poll(() => firefox.run(`${find} return control !== undefined;`, name), { message: name }).toBe(true);
    await firefox.run(`${find} control.click();`, name);
  };
  const token = () => firefox.run('return document.querySelector("#app textarea")?.value ?? "";');
  const text = (selector: string) =>
    firefox.run('return document.querySelector(arguments[0])?.innerText ?? "";', selector);
  try {
    await firefox.goto(server.url);
    await press('Practice without an account');
    await expect.poll(() => firefox.run('return document.documentElement.dataset.mode;')).toBe('practice');
    await Promise.all([server.close(), firefox.goOffline()]);
    await expect(firefox.run('return fetch("./robots.txt").then(() => "sent");')).rejects.toThrow('NetworkError');

    await press('Connect Spotify');
    await press('Agree');
    await expect.poll(token).not.toBe('');
    await expect.poll(() => text('#app')).toContain('Maya Lindqvist');
    const width = 'return [...document.images].find((one) => one.src.startsWith("data:"))?.naturalWidth;';
    await expect.poll(() => firefox.run(width)).toBe(160);
    const first = await token();

    await press('Rotate at the next refresh');
    await press('Access token');
    await press('Refresh access token');
    await expect.poll(token).not.toBe(first);

    await press('Five months later');
    await press('Renew');
    await press('Agree');
    await expect.poll(() => text('#app')).toContain('180 days left');
    await press('Six months later');
    await expect.poll(() => text('#app')).toContain('Expired');
  } finally {
    await Promise.all([firefox.close(), server.close()]);
  }
});
