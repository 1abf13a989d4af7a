import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { practiceApp } from '../../src/emulator/index.ts';
import { needs } from '../support/program.ts';
import { refrainBench, type RefrainBench } from '../support/refrain.ts';
import { callbackOf } from '../support/started.ts';
import { atTerminal, type Typed } from '../support/terminal.ts';

const program = fileURLToPath(new URL('../../dist/cli/refrain.js', import.meta.url));
const login = `refrain login --client-id ${practiceApp.clientId} --preset profile --no-browser`;
const address = /^(http\S+\/authorize\?\S+)\r?$/m;

let bench: RefrainBench;
beforeEach(async () => {
  bench = await refrainBench();
  mkdirSync(join(bench.folder, 'bin'));
  symlinkSync(program, join(bench.folder, 'bin', 'refrain'));
});
afterEach(() => bench.close());

function type(typed: readonly Typed[]): Promise<string> {
  return atTerminal(
    {
      PATH: `${join(bench.folder, 'bin')}:${process.env['PATH']}`,
      HOME: bench.folder,
      REFRAIN_HOME: bench.home,
      SPOTIFY_ACCOUNTS_URL: bench.emulator.url,
      SPOTIFY_API_URL: bench.emulator.url,
      TERM: 'xterm',
    },
    typed,
  );
}

it('answers Ctrl-C while the code is exchanged, and ends at a second one', async (context) => {
  needs(context, 'script');
  bench.emulator.controls.answerNext({ path: '/api/token', stall: 'answer' });
  const shown = await type([
    { after: /ready> /, text: `${login}\n` },
    { after: address, text: async (screen) => `${await callbackOf(address.exec(screen)?.[1] ?? '')}\n` },
    { after: /Exchanging the code/, text: '\u0003' },
    { after: /Ctrl-C again/, text: '\u0003' },
    { after: /ready> /, text: 'exit\n' },
  ]);
  expect(shown).toContain('so that no token');
  expect(shown).not.toContain('Kept in the profile');
});

it('advises a login where a token from elsewhere has expired: there is nothing to renew', async () => {
  const { code, stderr } = await bench.run(
    ['login', '--with-token', '--client-id', practiceApp.clientId, '--authorized-at', '2026-01-01'],
    { stdin: 'a-token-that-nobody-knows' },
  );
  expect(code).toBe(3);
  expect(stderr).toContain('Get a new one: refrain login');
  expect(stderr).not.toContain('refrain renew');
});
