import { describe, expect, it } from 'vitest';
import { secretsShown } from '../scripts/secrets-shown.mjs';
import { createEmulator, practiceApp } from '../src/emulator/index.ts';

const { clientId, clientSecret } = practiceApp;

/** Tokens and a code of an emulator. */
async function tokens(): Promise<string[]> {
  const emulator = createEmulator();
  emulator.controls.set({ consent: 'agree' });
  const redirectUri = 'http://127.0.0.1:8888/';
  const query = new URLSearchParams({ client_id: clientId, response_type: 'code', redirect_uri: redirectUri });
  const back = await emulator.fetch(`http://127.0.0.1/authorize?${query}`);
  const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const answer = await emulator.fetch('http://127.0.0.1/api/token', {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirectUri }),
  });
  const { access_token: access, refresh_token: refresh } = (await answer.json()) as Record<string, string>;
  return [access ?? '', refresh ?? '', code];
}

describe('the output of a test run', () => {
  it('must not contain a token of an emulator', async () => {
    for (const token of await tokens()) {
      expect(secretsShown({ 'The output': `expected "${token}" to be ""` }, [])).toEqual([
        'The output contains a token of the emulator.',
      ]);
    }
  });

  it.each([
    clientSecret,
    encodeURIComponent(`client_secret=${clientSecret}`),
    btoa(`${clientId}:${clientSecret}`),
    btoa(`x${clientSecret}`),
  ])('must not contain a client secret: %#', (text) => {
    const shown = secretsShown({ 'The output': 'nothing', 'The report': `a ${text} b` }, [clientSecret]);
    expect(shown).toEqual(['The report contains a client secret.']);
  });

  it('may contain anything else, and may be missing', () => {
    const text = `AQBnotforanyone BQ-access_1 ${clientId} ${'a'.repeat(200)}`;
    expect(secretsShown({ 'The output': text, 'The report': undefined }, [clientSecret])).toEqual([]);
  });
});
