import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandBench, type CommandBench } from '../../../../test/support/command/in-process.ts';

let bench: CommandBench;
beforeEach(async () => {
  bench = commandBench();
  await bench.login();
});
afterEach(() => bench.close());

const error = async (file: string) => {
  const { code, stderr } = await bench.run(['status', '--ics', file]);
  return [code, stderr.split('\n')[0]];
};

it('needs the name of a file', async () => {
  expect(await error('')).toEqual([2, 'error: --ics needs the name of a file. Run `refrain status --help` for usage.']);
});

it('writes into no folder and no device, and does not wait for one', async () => {
  const folder = join(bench.home, 'calendar');
  mkdirSync(folder);
  expect(await error(folder)).toEqual([2, `error: ${folder} is not a regular file.`]);
  expect(await error('/dev/null')).toEqual([
    2,
    'error: /dev/null is not a regular file. Run `refrain status --help` for usage.',
  ]);
});
