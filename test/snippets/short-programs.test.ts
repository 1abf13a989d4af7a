import { spawnSync } from 'node:child_process';
import { describe, expect, it, type TestContext } from 'vitest';
import { grants } from '../../src/grants/grant.ts';
import { programsFor } from '../../src/page/use/programs.ts';
import { spotify } from '../../src/spotify/endpoints.ts';
import { needs } from '../support/command/program.ts';
import type { Runnable } from '../support/snippets/run-snippet.ts';
import { callers, clientId, openBench, programOf, required, variables } from '../support/snippets/snippet-bench.ts';
import { apiAnswers } from '../support/witness.ts';

const bench = openBench();

/** Short programs use what most people have: `requests` and `jq`. */
function needsTools(context: TestContext, name: string): void {
  if (name === 'curl') return needs(context, 'bash', 'curl', 'jq');
  if (name !== 'Python') return;
  needs(context, 'python3');
  const hasRequests = spawnSync('python3', ['-c', 'import requests']).status === 0;
  context.skip(!process.env['CI'] && !hasRequests, 'requests not installed');
}

const short = (...asked: Parameters<typeof programOf>): Runnable => {
  const { text, whole } = programOf(...asked);
  return { ...whole, text };
};

/** Tokens without the characters that Spotify does not use: a short program quotes nothing. */
const plain = { ...variables, SPOTIFY_REFRESH_TOKEN: 'AQ-old_1', SPOTIFY_CLIENT_SECRET: '5ec4e7' };

const tokenForms: Record<(typeof callers)[number]['grant'], object> = {
  authorization_code_pkce: { grant_type: 'refresh_token', refresh_token: 'AQ-old_1' },
  authorization_code: { grant_type: 'refresh_token', refresh_token: 'AQ-old_1', client_secret: '5ec4e7' },
  client_credentials: { grant_type: 'client_credentials', client_secret: '5ec4e7' },
  temporary: {},
};

describe.each(grants)('the short programs for %s', (grant) => {
  it('have at most 10 lines of 74 characters, and only the variables of the grant', () => {
    for (const scopes of [['user-read-recently-played'], []]) {
      for (const { name, text } of programsFor({ grant, clientId, scopes, endpoints: spotify })) {
        const lines = text.split('\n');
        const longest = Math.max(...lines.map(({ length }) => length));
        expect([name, lines.length <= 10, longest <= 74]).toEqual([name, true, true]);
        expect(new Set(text.match(/SPOTIFY_\w+/g) ?? [])).toEqual(new Set(required[grant]));
      }
    }
  });
});

it('makes the keeper in three lines', () => {
  const grant = 'authorization_code_pkce';
  const [refrain] = programsFor({ grant, clientId, scopes: [], endpoints: spotify });
  expect(refrain?.text).toMatch(/\nconst app = .*\nconst seed = .*\nconst keeper = createTokenKeeper\(.*\);\n/);
});

describe.each(callers)('the short $name for $grant', ({ grant, name }) => {
  it('sends the request of its grant, prints the song, and shows no secret in the list of processes', async (context) => {
    needsTools(context, name);
    const ran = await bench.run(short(name, bench.optionsFor(grant)), plain);
    expect(ran.output).toBe('Teardrop "日本" ünï\n');
    const path = grant === 'client_credentials' ? '/v1/tracks/3n3Ppam7vgaVa1iaRUc9Lp' : '/v1/me/player/recently-played';
    const authorization = `Bearer ${grant === 'temporary' ? variables.SPOTIFY_ACCESS_TOKEN : 'BQ-access_1'}`;
    const sent = { method: 'POST', path: '/api/token', form: { client_id: clientId, ...tokenForms[grant] } };
    expect(bench.witness.seen).toEqual([
      ...(grant === 'temporary' ? [] : [{ ...sent, authorization: undefined }]),
      { method: 'GET', path, authorization, form: {} },
    ]);
    const shown = [...ran.calls.flat(), ...bench.witness.running];
    expect(shown.filter((text) => Object.values(plain).some((secret) => text.includes(secret)))).toEqual([]);
  });
});

describe.each(callers.filter(({ grant }) => grant !== 'temporary'))('the short $name for $grant', ({ grant, name }) => {
  it.for([
    ['quotes', `it's "quoted" ''' """`],
    ['what a shell would run', '$HOME $(touch pwned) `touch pwned` ${IFS} ; touch pwned & | > pwned < # * ? !!'],
    ['line breaks', 'a\ntouch pwned\n\r\n'],
    ['other scripts and unseen characters', 'ünï 日本 🎵 \u202E\u200B\u2028\u0085\u001B[31m\t\uFEFF'],
  ] as const)('sends a client ID with %s unchanged, and executes none of it', async ([, hostile], context) => {
    needsTools(context, name);
    await bench.run(short(name, bench.optionsFor(grant, { clientId: hostile })), plain);
    expect(bench.witness.seen[0]?.form).toMatchObject({ client_id: hostile });
  });
});

describe.each(callers.filter(({ grant }) => grant !== 'client_credentials'))('the short $name for $grant', (one) => {
  it('prints the name of the account if the scopes do not include plays', async (context) => {
    needsTools(context, one.name);
    const ran = await bench.run(short(one.name, bench.optionsFor(one.grant, { scopes: [] })), plain);
    expect(ran.output).toBe('Ada Ökafor\n');
  });

  it('prints nothing if there are no plays', async (context) => {
    needsTools(context, one.name);
    bench.witness.answers.api = apiAnswers.empty;
    expect(await bench.run(short(one.name, bench.optionsFor(one.grant)), plain)).toMatchObject({ output: '', code: 0 });
  });
});
