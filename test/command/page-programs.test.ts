import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { siteCodeFor } from '../../src/page/use/site.ts';
import type { Runnable } from '../support/snippets/run-snippet.ts';
import { formUrl, openBench, programOf } from '../support/snippets/snippet-bench.ts';
import { apiAnswers, tokenAnswers } from '../support/witness.ts';

// What the page shows of Refrain itself, run with the built package.

const bench = openBench();
const root = fileURLToPath(new URL('../../', import.meta.url));
const plain = { SPOTIFY_REFRESH_TOKEN: 'AQ-old_1', SPOTIFY_CLIENT_SECRET: '5ec4e7' };

/** Installs the package into the folder of a program. */
function install(folder: string): void {
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules', 'refrain'), 'junction');
}
const run = (program: Runnable, variables: Record<string, string> = plain) => bench.run(program, variables, install);

describe.each(['authorization_code_pkce', 'authorization_code'] as const)('with the keeper, for %s,', (grant) => {
  it.each(['short', 'whole'])('the %s program refreshes the token and prints the song', async (length) => {
    const { text, whole } = programOf('refrain', bench.optionsFor(grant));
    const ran = await run(length === 'short' ? { ...whole, text } : whole);
    expect(ran.output).toContain('Teardrop "日本" ünï');
    expect(ran.code).toBe(0);
    expect(bench.witness.seen[0]?.form).toMatchObject({ grant_type: 'refresh_token', refresh_token: 'AQ-old_1' });
    expect(bench.witness.seen[1]?.authorization).toBe('Bearer BQ-access_1');
  });

  it('the handler for Next.js answers with the card', async () => {
    const { endpoints, clientId } = bench.optionsFor(grant);
    const { text = '' } = siteCodeFor({ grant, clientId, endpoints }).find(({ name }) => name === 'Next.js') ?? {};
    const call = "const answer = await GET(new Request('https://me.example/listening/recently-played.txt'), {});";
    const program = `${text}\n${call}\nconsole.log(answer.status, await answer.text());\n`;
    const ran = await run({ fileName: 'route.mjs', language: 'javascript', text: program });
    expect(ran.output).toMatch(/^200 Recently played on Spotify[^]*Teardrop/);
  });
});

describe('the whole program with the keeper', () => {
  const whole = (more = {}) => programOf('refrain', bench.optionsFor('authorization_code_pkce', more)).whole;

  it('says what is missing without a token, and sends nothing', async () => {
    const ran = await run(whole(), {});
    expect(ran.output).toContain('SPOTIFY_REFRESH_TOKEN is not set');
    expect(ran.code).toBe(1);
    expect(bench.witness.seen).toEqual([]);
  });

  it.each([
    ['where to sign in again if the token is rejected', 'refused', formUrl],
    ['that Spotify fails', 'outage', 'Spotify'],
  ] as const)('says %s, without a stack trace', async (_, answer, words) => {
    bench.witness.answers.token = tokenAnswers[answer];
    const ran = await run(whole());
    expect(ran.output).toContain(words);
    expect(ran.output).not.toMatch(/\n\s+at /);
    expect(ran.code).toBe(1);
  });

  it('shows why the Web API refuses', async () => {
    bench.witness.answers.api = apiAnswers.notRegistered;
    const ran = await run(whole());
    expect(ran.output).toContain('403: The user is not registered for this application.');
    expect(ran.code).toBe(1);
  });

  it('warns in the last 30 days, with the address of the form', async () => {
    const ran = await run(whole(), {
      ...plain,
      SPOTIFY_AUTHORIZED_AT: new Date(Date.now() - 170 * 86_400_000).toISOString(),
    });
    expect(ran.output).toMatch(/10 days left\. Sign in again/);
    expect(ran.output).toContain(formUrl);
    expect(ran.code).toBe(0);
  });

  it.each([`it's "quoted" \` \${process.exit(9)} \\`, 'a\nprocess.exit(9)\n\u2028\u202E'])(
    'executes nothing of a hostile client ID, which the keeper cleans: %j',
    async (hostile) => {
      const ran = await run(whole({ clientId: hostile, formUrl: `https://me.example/?client_id=${hostile}` }));
      const cleaned = hostile.replace(/[^\w.'"`${}(]/g, '').slice(0, 12);
      expect(bench.witness.seen[0]?.form['client_id']).toContain(cleaned);
      expect(ran.code).toBe(0);
    },
  );
});
