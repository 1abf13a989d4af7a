import { readdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { grants, type Grant } from '../../../src/grants/grant.ts';
import { programsFor, type Program } from '../../../src/page/use/programs.ts';
import type { Snippet, SnippetOptions } from '../../../src/page/use/snippets/snippet.ts';
import { spotify } from '../../../src/spotify/endpoints.ts';
import { runSnippet, type Ran, type Runnable } from './run-snippet.ts';
import { timeLimits } from '../time-limits.ts';
import { startWitness } from '../witness.ts';

export const clientId = '3f9c0b7e5a2d4c18b6e1f07a9d245c83';
export const formUrl = 'https://me.github.io/refrain/?client_id=it%27s&scope=user-top-read';
export const variables = {
  SPOTIFY_REFRESH_TOKEN: 'AQ-old_"$x" `y` \\\' é#%+&=',
  SPOTIFY_CLIENT_SECRET: '5ec"$x" `y` \\\' é#%+&=:;',
  SPOTIFY_ACCESS_TOKEN: 'BQ-temporary_1',
};
const secrets = [...Object.values(variables), 'BQ-access_1', 'AQ-new_1'];

/** The variables that a snippet of each grant requires. */
export const required: Record<Grant, readonly (keyof typeof variables)[]> = {
  authorization_code_pkce: ['SPOTIFY_REFRESH_TOKEN'],
  authorization_code: ['SPOTIFY_REFRESH_TOKEN', 'SPOTIFY_CLIENT_SECRET'],
  temporary: ['SPOTIFY_ACCESS_TOKEN'],
  client_credentials: ['SPOTIFY_CLIENT_SECRET'],
};

export const names = (grant: Grant): readonly Snippet['name'][] =>
  programsFor({ grant, clientId, scopes: [], endpoints: spotify }).map(({ name }) => name);
/** The programs that need no package of ours. */
export const callers = grants.flatMap((grant) =>
  names(grant)
    .filter((name) => name !== 'refrain')
    .map((name) => ({ grant, name })),
);
export const refreshers = callers.filter(({ grant }) => required[grant].includes('SPOTIFY_REFRESH_TOKEN'));

const basicOf = (id: string) => `Basic ${Buffer.from(`${id}:${variables.SPOTIFY_CLIENT_SECRET}`).toString('base64')}`;
export const tokenRequests: Record<Grant, (id: string) => readonly unknown[]> = {
  authorization_code_pkce: (id) => [
    {
      method: 'POST',
      path: '/api/token',
      authorization: undefined,
      form: { grant_type: 'refresh_token', client_id: id, refresh_token: variables.SPOTIFY_REFRESH_TOKEN },
    },
  ],
  authorization_code: (id) => [
    {
      method: 'POST',
      path: '/api/token',
      authorization: basicOf(id),
      form: { grant_type: 'refresh_token', refresh_token: variables.SPOTIFY_REFRESH_TOKEN },
    },
  ],
  temporary: () => [],
  client_credentials: (id) => [
    { method: 'POST', path: '/api/token', authorization: basicOf(id), form: { grant_type: 'client_credentials' } },
  ],
};

/** A program of the page in both lengths. */
export const programOf = (name: Snippet['name'], options: SnippetOptions): Program => {
  const program = programsFor(options).find((one) => one.name === name);
  if (!program) throw new Error(`${options.grant} has no program ${name}`);
  return program;
};

/** The whole program. */
export const named = (name: Snippet['name'], options: SnippetOptions): Snippet => programOf(name, options).whole;

/** Starts a witness server for the tests of one file, and runs snippets against it. */
export function openBench() {
  let witness: Awaited<ReturnType<typeof startWitness>>;
  const folders: string[] = [];
  vi.setConfig({ testTimeout: timeLimits.test, hookTimeout: timeLimits.test });
  beforeAll(async () => {
    witness = await startWitness();
  });
  afterAll(() => witness.close());
  beforeEach(() => witness.reset());
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(dirname(folder), { recursive: true });
  });
  return {
    get witness() {
      return witness;
    },
    optionsFor: (grant: Grant, more: Partial<SnippetOptions> = {}): SnippetOptions => ({
      grant,
      clientId,
      scopes: ['user-read-recently-played'],
      endpoints: witness.endpoints,
      formUrl,
      ...more,
    }),
    /** Runs a snippet and checks that no secret is in the list of processes, in an argument or in the output. */
    async run(
      snippet: Runnable,
      environment: Record<string, string> = variables,
      prepare?: (folder: string) => void,
    ): Promise<Ran> {
      const ran = await runSnippet(snippet, environment, prepare);
      folders.push(ran.folder);
      for (const secret of secrets) {
        expect(ran.output).not.toContain(secret);
        expect(ran.calls.flat().filter((argument) => argument.includes(secret))).toEqual([]);
        expect(witness.running.filter((line) => line.includes(secret))).toEqual([]);
      }
      expect(readdirSync(ran.folder)).not.toContain('pwned');
      return ran;
    },
  };
}
