import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { showsToken } from '../bench/keeper/judge/tokens-in-logs.mjs';
import { needs } from './support/command/program.ts';
import { redisProgram } from './support/keeper/redis-server.ts';

const started: ChildProcess[] = [];
afterAll(() => started.forEach((child) => child.kill()));

/** Runs one program of the harness in its own process: its exit code and its output. */
function start(name: string, ...flags: string[]): Promise<{ code: number | null; said: string }> {
  const program = fileURLToPath(new URL(`../bench/keeper/${name}.mjs`, import.meta.url));
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
    started.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.once('error', fail);
    child.once('close', (code) => {
      if (showsToken(said)) fail(new Error(`${name} shows a token.`));
      else done({ code, said });
    });
  });
}

const run = (...flags: string[]) => start('run', ...flags);

const whole = ['--processes', '8', '--rotations', '25', '--faults', '1', '--least', '1', '--minutes', '8'];

// Each run waits more than it works, so several go at once. Windows has no signals that stop a process.
describe.skipIf(process.platform === 'win32').concurrent('a history of faults', () => {
  it('does not make the keeper lose a token in files', async () => {
    const { code, said } = await run('--store', 'file', ...whole, '--seed', '4');
    expect(said).toContain('\nok: ');
    expect(code).toBe(0);
  });

  it('does not make the keeper lose a token in Redis', async (context) => {
    needs(context, redisProgram);
    const { code, said } = await run('--store', 'redis', ...whole, '--seed', '5');
    expect(said).toContain('\nok: ');
    expect(code).toBe(0);
  });

  const short = ['--processes', '8', '--rotations', '8', '--minutes', '8', '--pause', '60', '--seed', '6'];

  it.each([
    ['no-claim', [], 'a spent token was sent again'],
    ['saved-after-use', [], 'an access token was used before the refresh token was saved'],
    ['blind-replay', ['cut', 'unreadable'], 'a spent token was sent again'],
  ])('finds the defect of the keeper %s', async (keeper, kinds, found) => {
    const { code, said } = await run(
      '--keeper',
      keeper,
      ...short,
      '--kinds',
      kinds.join(','),
      '--faults',
      '4',
      '--least',
      '0',
    );
    expect(said).toContain(`FOUND  ${found}`);
    expect(code).toBe(1);
  });

  it('finds nothing in the keeper without a defect', async () => {
    const { code, said } = await run('--keeper', 'plain', ...short, '--kinds', 'cut', '--faults', '1', '--least', '1');
    expect(said).toContain('\nok: ');
    expect(code).toBe(0);
  });

  it('keeps the token when Spotify calls it revoked for a while', async () => {
    const { code, said } = await start('outage');
    expect(said).not.toContain('FAILED');
    expect(code).toBe(0);
  });

  it('finds no incomplete file and no open permissions after the command is killed', async () => {
    const { code, said } = await start('kills', '--kills', '20', '--seed', '7');
    expect(said).toContain('\nok: ');
    expect(code).toBe(0);
  });
});
