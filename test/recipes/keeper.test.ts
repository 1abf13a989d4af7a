import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createTokenKeeper, memoryStore, type TokenKeeper, type TokenKeeperOptions } from '../../src/index.ts';
import { clientId, day, keeperBench } from '../support/keeper/keeper-bench.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/keeper.md', import.meta.url)), 'utf8');
const programs = [...page.matchAll(/^```js\n(.*?)^```$/gms)].map(([, text = '']) => text);

it('the program of the page reads plays, and warns before the six months are over', async () => {
  expect(programs).toHaveLength(1);
  const { clock, consent, fetch } = keeperBench();
  const { refreshToken } = await consent();
  const warnings: string[] = [];
  const scope = {
    createTokenKeeper: (options: TokenKeeperOptions) => createTokenKeeper({ ...options, fetch, clock }),
    fileStore: () => memoryStore(),
    process: {
      env: {
        SPOTIFY_CLIENT_ID: clientId,
        SPOTIFY_REFRESH_TOKEN: refreshToken,
        SPOTIFY_AUTHORIZED_AT: new Date(clock.now()).toISOString(),
      },
    },
    console: { warn: (text: string) => warnings.push(text) },
  };
  const code = programs[0]?.replace(/^import .*\n/gm, '');
  const module = `export default async ({ ${Object.keys(scope).join(', ')} }) => { ${code}; return { keeper, response }; };`;
  const imported = (await import(`data:text/javascript,${encodeURIComponent(module)}`)) as {
    default(values: object): Promise<{ keeper: TokenKeeper; response: Response }>;
  };
  const { keeper, response } = await imported.default(scope);
  expect(await response.json()).toHaveProperty('items');
  clock.time += 167 * day;
  await keeper.accessToken();
  expect(warnings).toContain('Renew within 13 days: refrain renew');

  // A new consent ends the warning, and is not a warning itself.
  await keeper.adopt(await consent());
  await keeper.accessToken();
  expect(warnings.filter((text) => text.startsWith('Renew'))).toHaveLength(1);
});
