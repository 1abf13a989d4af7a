import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { practiceApp } from '../../src/emulator/index.ts';
import { startEmulator, type RunningEmulator } from '../../src/emulator/node.ts';
import { buildAuthorizationUrl, createAuthorizationRequest } from '../../src/grants/authorization-request.ts';
import { checkCallback } from '../../src/grants/callback.ts';
import { exchangeCode } from '../../src/grants/code-exchange.ts';
import type { Grant } from '../../src/grants/grant.ts';
import { envFile } from '../../src/page/use/env-file.ts';
import { needs } from '../support/command/program.ts';
import { programsOf } from '../support/snippets/run-snippet.ts';
import { callers, formUrl, named, openBench, refreshers } from '../support/snippets/snippet-bench.ts';

const run = promisify(execFile);
const bench = openBench();
const { clientId, clientSecret } = practiceApp;
const scopes = ['user-read-recently-played'];
let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => {
  emulator.controls.reset();
  emulator.controls.set({ consent: 'agree' });
});

const endpoints = () => ({ accountsUrl: emulator.url, apiUrl: emulator.url });
const snippet = (name: (typeof callers)[number]['name'], grant: Grant) =>
  named(name, bench.optionsFor(grant, { clientId, scopes, endpoints: endpoints() }));

/** Signs in as the page does, and returns the variables for the environment. */
async function signIn(grant: Grant): Promise<Record<string, string>> {
  if (grant === 'client_credentials') return { SPOTIFY_CLIENT_SECRET: clientSecret };
  const request = createAuthorizationRequest({ grant, clientId, scopes, redirectUri: 'http://127.0.0.1:8888/' });
  const answer = await fetch(await buildAuthorizationUrl(request, endpoints()), { redirect: 'manual' });
  const { searchParams } = new URL(answer.headers.get('location') ?? '');
  const tokens = await exchangeCode({
    request,
    callback: checkCallback(searchParams, request, endpoints()),
    clientSecret,
    endpoints: endpoints(),
    fetch,
    now: Date.now,
  });
  return {
    SPOTIFY_ACCESS_TOKEN: tokens.accessToken,
    SPOTIFY_REFRESH_TOKEN: tokens.refreshToken ?? '',
    SPOTIFY_CLIENT_SECRET: clientSecret,
  };
}

describe.each(callers)('$name for $grant at the emulator', ({ grant, name }) => {
  it('works with a new token', async (context) => {
    needs(context, ...programsOf[name]);
    const kept = await signIn(grant);
    emulator.controls.forgetRequests();
    const ran = await bench.run(snippet(name, grant), kept);
    expect(ran.output).not.toBe('');
    expect(ran.code).toBe(0);
    for (const token of Object.values(kept).filter(Boolean)) expect(ran.output).not.toContain(token);
    expect(emulator.controls.requests.map(({ status }) => status)).toEqual(grant === 'temporary' ? [200] : [200, 200]);
  });
});

describe.each(refreshers)('$name for $grant at the emulator', ({ grant, name }) => {
  it('asks for a new sign-in after six months', async (context) => {
    needs(context, ...programsOf[name]);
    const kept = await signIn(grant);
    emulator.controls.moveClock({ advanceDays: 190 });
    const ran = await bench.run(snippet(name, grant), kept);
    expect(ran.output).toContain(`Sign in again for a new one: ${formUrl}`);
    expect(ran.code).not.toBe(0);
  });

  it('reports a new refresh token', async (context) => {
    needs(context, ...programsOf[name]);
    const kept = await signIn(grant);
    emulator.controls.set({ rotatesRefreshTokens: true });
    const ran = await bench.run(snippet(name, grant), kept);
    expect(ran.output).toContain('Spotify sent a new refresh token');
  });
});

describe.each(['authorization_code_pkce', 'authorization_code', 'temporary'] as const)(
  'the .env file of %s',
  (grant) => {
    it.for([
      ['JavaScript', [], 'exec "$NODE" --env-file=.env plays.mjs'],
      ['Python', ['python3'], 'set -a; . ./.env; set +a; exec python3 plays.py'],
      ['curl', ['bash', 'curl', 'sed'], 'set -a; . ./.env; set +a; bash plays.sh'],
    ] as const)('is enough for the snippet for %s', async ([name, programs, command], context) => {
      needs(context, 'bash', ...programs);
      const kept = await signIn(grant);
      const env = envFile({
        grant,
        clientId,
        refreshToken: kept['SPOTIFY_REFRESH_TOKEN'] || undefined,
        accessToken: kept['SPOTIFY_ACCESS_TOKEN'],
        authorizedAt: Date.now(),
        endpoints: endpoints(),
      });
      const folder = mkdtempSync(join(tmpdir(), 'refrain-env-file-'));
      try {
        const { fileName, text } = snippet(name, grant);
        writeFileSync(join(folder, fileName), text);
        writeFileSync(
          join(folder, '.env'),
          env.replace('# SPOTIFY_CLIENT_SECRET=', `SPOTIFY_CLIENT_SECRET=${clientSecret}`),
        );
        const { PATH = '', HOME = '' } = process.env;
        const { stdout } = await run('bash', ['-c', command], {
          cwd: folder,
          env: { PATH, HOME, NODE: process.execPath },
        });
        expect(stdout.trim()).not.toBe('');
        expect(stdout).not.toContain('Nothing has been played yet');
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  },
);
