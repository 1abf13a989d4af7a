import { afterEach, expect, it } from 'vitest';
import { deferred } from '../../../terminal/interrupts.ts';
import { TestClock } from '../../../../../test/support/keeper/keeper-bench.ts';
import { startCallbackServer, type CallbackServer } from './callback-server.ts';
import { approvedTab, type TabText } from './tab-page.ts';

const servers: CallbackServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function start() {
  const clock = new TestClock();
  const server = await startCallbackServer(
    { host: '127.0.0.1', port: 0, path: '/callback' },
    { fetch, clock, tell: () => {} },
  );
  servers.push(server);
  return { server, url: `http://127.0.0.1:${server.port}` };
}

it('waits for its tab, also if another page has asked for the result before there is one', async () => {
  const { server, url } = await start();
  const result = deferred<TabText>();
  const asked = deferred<void>();
  server.judgeWith(() => {
    asked.resolve();
    return result.promise;
  });
  const tab = fetch(`${url}/callback?code=AQ&state=s`);
  await asked.promise;
  // Any page that the user visits can show it as a picture.
  expect(await (await fetch(`${url}/end`)).text()).toContain('Waiting for Spotify');
  result.resolve(approvedTab);
  let isShown = false;
  const shown = server.tabsAreShown().then(() => (isShown = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(isShown).toBe(false);
  expect(await (await tab).text()).toContain('Approved.');
  await shown;
});
