import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandBench, type CommandBench } from '../../../test/support/command/in-process.ts';
import { clientId } from '../../../test/support/keeper/keeper-bench.ts';

let bench: CommandBench;
beforeEach(() => {
  bench = commandBench();
});
afterEach(() => bench.close());

it('the last sign-in is forgotten by the logout of its profile, and of no other', async () => {
  const isKnown = () => existsSync(join(bench.home, 'last-login.json'));
  const login = ['login', '--client-id', clientId, '--profile', 'work'];
  expect(await bench.run(login)).toMatchObject({ code: 0 });
  await bench.run(['logout']);
  expect(isKnown()).toBe(true);
  await bench.run(['logout', '--profile', 'work']);
  expect(isKnown()).toBe(false);
});
