import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programsFor } from '../../src/page/use/programs.ts';
import { spotify } from '../../src/spotify/endpoints.ts';
import { needs } from '../support/command/program.ts';
import { programsOf } from '../support/snippets/run-snippet.ts';
import {
  callers,
  clientId,
  named,
  names,
  openBench,
  refreshers,
  tokenRequests,
  variables,
} from '../support/snippets/snippet-bench.ts';
import { apiAnswers, tokenAnswers } from '../support/witness.ts';

const bench = openBench();

describe.each(callers)('$name for $grant', ({ grant, name }) => {
  it('gets a token with its grant, and prints the answer of the Web API', async (context) => {
    needs(context, ...programsOf[name]);
    const ran = await bench.run(named(name, bench.optionsFor(grant)));
    expect(ran.output).toContain('Teardrop');
    expect(ran.output).toContain('日本');
    expect(ran.code).toBe(0);
    const path =
      grant === 'client_credentials' ? '/v1/tracks/3n3Ppam7vgaVa1iaRUc9Lp' : '/v1/me/player/recently-played?limit=1';
    const authorization = `Bearer ${grant === 'temporary' ? variables.SPOTIFY_ACCESS_TOKEN : 'BQ-access_1'}`;
    expect(bench.witness.seen).toEqual([
      ...tokenRequests[grant](clientId),
      { method: 'GET', path, authorization, form: {} },
    ]);
  });
});

describe.each(refreshers)('$name for $grant', ({ grant, name }) => {
  it('gets the account if the scopes do not include plays', async (context) => {
    needs(context, ...programsOf[name]);
    const ran = await bench.run(named(name, bench.optionsFor(grant, { scopes: ['user-top-read'] })));
    expect(ran.output).toContain('Ada Ökafor');
    expect(bench.witness.seen.at(-1)?.path).toBe('/v1/me');
  });

  it('succeeds if there are no plays', async (context) => {
    needs(context, ...programsOf[name]);
    bench.witness.answers.api = apiAnswers.empty;
    expect((await bench.run(named(name, bench.optionsFor(grant)))).code).toBe(0);
  });
});

describe.each(refreshers)('$name for $grant', ({ grant, name }) => {
  it('saves a new refresh token in a private file before it uses the access token', async (context) => {
    needs(context, ...programsOf[name]);
    bench.witness.answers.token = tokenAnswers.rotated;
    bench.witness.answers.api = apiAnswers.notRegistered;
    const ran = await bench.run(named(name, bench.optionsFor(grant)));
    const file = join(ran.folder, 'spotify-refresh-token.new');
    expect(readFileSync(file, 'utf8')).toBe('AQ-new_1\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(ran.output).toContain('spotify-refresh-token.new');
  });
});

describe('the programs', () => {
  it('begin with the keeper if there is a refresh token to keep', () => {
    const others = ['JavaScript', 'Python', 'curl'];
    expect(names('authorization_code_pkce')).toEqual(['refrain', ...others]);
    expect(names('authorization_code')).toEqual(['refrain', ...others]);
    expect(names('temporary')).toEqual(others);
    expect(names('client_credentials')).toEqual(others);
  });

  it('hold the client ID if they need it, and Spotify’s addresses', () => {
    for (const grant of ['authorization_code_pkce', 'authorization_code', 'client_credentials'] as const) {
      for (const { name, text, whole } of programsFor(bench.optionsFor(grant, { endpoints: spotify }))) {
        for (const length of [text, whole.text]) {
          expect({ name, length }).toEqual({ name, length: expect.stringContaining(clientId) });
          if (name === 'refrain') continue;
          expect(length).toContain('https://accounts.spotify.com/api/token');
          expect(length).toContain('https://api.spotify.com/v1/');
        }
      }
    }
  });
});
