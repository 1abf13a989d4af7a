import { PassThrough, Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { spotify } from '../../../spotify/endpoints.ts';
import type { CommandContext } from '../../context/context.ts';
import { offerTokens } from './offer-tokens.ts';

const error = new RefrainError('store_failed', { detail: '/home/me: the disk is full (ENOSPC)' });
const tokens = {
  clientId: '0ac71ce0decade5eed0facade0c0ffee',
  clientSecret: undefined,
  refreshToken: 'AQ-new',
  accessToken: 'BQ-new',
  accessTokenExpiresAt: undefined,
  authorizedAt: undefined,
  endpoints: spotify,
};

/** Answers the question with a key. Returns what became of the tokens, and the screen. */
async function offer(key: string) {
  const stdin = new PassThrough();
  let screen = '';
  const stderr = new Writable({
    write(chunk: Buffer, _, done) {
      screen += String(chunk);
      if (screen.includes('Print the token here instead?')) setImmediate(() => stdin.write(key));
      done();
    },
  });
  const context = {
    stdin,
    stderr,
    stderrIsTerminal: true,
    isTerminal: true,
    json: false,
    colour: false,
    clock: { now: () => 0 },
    signal: new AbortController().signal,
    refrain: (command: string) => `refrain ${command}`,
  } as unknown as CommandContext;
  const outcome = await offerTokens(error, tokens, {}, context).catch((thrown: unknown) => thrown);
  return { outcome, screen };
}

it('prints a token that could not be saved, if the user wants it', async () => {
  const { outcome, screen } = await offer('y');
  expect(screen).toMatch(/the disk is full \(ENOSPC\)[^]*Print the token here instead\?/);
  expect(outcome).toMatchObject({ exitCode: 1, text: expect.stringContaining('SPOTIFY_REFRESH_TOKEN=AQ-new\n') });
  expect(screen).not.toContain('AQ-new');
});

it('prints nothing if the user does not want it, or cancels', async () => {
  expect((await offer('n')).outcome).toMatchObject({ exitCode: 1, text: '' });
  expect((await offer('\u0003')).outcome).toMatchObject({ code: 'interrupted' });
});
