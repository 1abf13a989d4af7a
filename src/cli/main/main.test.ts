import { expect, it } from 'vitest';
import { takeEnvironment } from '../context/environment.ts';
import { main } from './main.ts';
import type { CommandProcess } from './process.ts';

/** Runs a command line that a signal reaches before it ends. */
async function interrupted(...args: readonly string[]) {
  let stdout = '';
  const output = { write: (text: string) => void (stdout += text) };
  const code = await main(args, {
    environment: takeEnvironment({}, 'linux'),
    childEnvironment: {},
    outputs: { stdout: output, stderr: { write: () => {} } } as unknown as CommandProcess['outputs'],
    packageFolder: new URL('../../../', import.meta.url),
    signal: AbortSignal.abort(),
  });
  return { code, stdout };
}

it('says with 130 that a signal came, although the command has finished its work', async () => {
  expect(await interrupted('scopes', '--json')).toMatchObject({
    code: 130,
    stdout: expect.stringMatching(/^\{.*\}\n$/),
  });
});

it('ends with 0 if the signal has stopped a server', async () => {
  expect((await interrupted('emulate', '--port', '0')).code).toBe(0);
});
