import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { grants } from '../../src/grants/grant.ts';
import { needs } from '../support/command/program.ts';
import { programsOf, readRecorded, writeRecorders } from '../support/snippets/run-snippet.ts';
import { named, openBench, required, variables } from '../support/snippets/snippet-bench.ts';
import { atTerminal } from '../support/command/terminal.ts';
import { tokenAnswers } from '../support/witness.ts';

const bench = openBench();

describe.each(['authorization_code_pkce', 'authorization_code'] as const)('the workflow for %s', (grant) => {
  it('masks the access token before anything else is printed', async (context) => {
    needs(context, ...programsOf['GitHub Actions']);
    const ran = await bench.run(named('GitHub Actions', bench.optionsFor(grant)));
    expect(ran.stdout.split('\n')[0]).toBe('::add-mask::BQ-access_1');
    expect(JSON.parse(readFileSync(join(ran.folder, 'last-played.json'), 'utf8'))).toHaveProperty('items');
  });

  it('saves a new refresh token if it is allowed to', async (context) => {
    needs(context, ...programsOf['GitHub Actions']);
    bench.witness.answers.token = tokenAnswers.rotated;
    const ran = await bench.run(named('GitHub Actions', bench.optionsFor(grant)), {
      ...variables,
      SECRETS_TOKEN: 'github_pat_1',
    });
    expect(ran.calls).toContainEqual(['gh', 'secret', 'set', 'SPOTIFY_REFRESH_TOKEN', '--repo', 'me/site']);
    expect(ran.handedToGh).toEqual(['AQ-new_1']);
    expect(ran.code).toBe(0);
  });

  it('fails with a message if it is not allowed to', async (context) => {
    needs(context, ...programsOf['GitHub Actions']);
    bench.witness.answers.token = tokenAnswers.rotated;
    const ran = await bench.run(named('GitHub Actions', bench.optionsFor(grant)));
    expect(ran.stdout).toMatch(/^::error::.*SECRETS_TOKEN/m);
    expect(ran.handedToGh).toEqual([]);
    expect(ran.code).not.toBe(0);
  });

  it('has a schedule, a manual start, only run steps, and no permissions', () => {
    const workflow = parse(named('GitHub Actions', bench.optionsFor(grant)).text);
    expect(workflow.on).toEqual({
      schedule: [{ cron: expect.stringMatching(/^\d+ \* \* \* \*$/) }],
      workflow_dispatch: null,
    });
    expect(workflow.permissions).toEqual({});
    expect(JSON.stringify(workflow)).not.toContain('"uses"');
  });
});

describe.each(grants.filter((grant) => grant !== 'temporary'))('gh secret set for %s', (grant) => {
  const secrets = required[grant];

  it('passes each secret to gh on its standard input', async (context) => {
    needs(context, ...programsOf['gh secret set']);
    const ran = await bench.run(named('gh secret set', bench.optionsFor(grant)));
    expect(ran.calls).toEqual(secrets.map((secret) => ['gh', 'secret', 'set', secret]));
    expect(ran.handedToGh).toEqual(secrets.map((secret) => variables[secret]));
    expect(ran.code).toBe(0);
  });

  it.for(secrets)('sets no empty secret if %s is missing and there is no terminal', async (variable, context) => {
    needs(context, ...programsOf['gh secret set']);
    const ran = await bench.run(named('gh secret set', bench.optionsFor(grant)), { ...variables, [variable]: '' });
    expect(ran.output).toContain(`${variable} is not set`);
    expect(ran.calls).not.toContainEqual(['gh', 'secret', 'set', variable]);
    expect(ran.code).not.toBe(0);
  });

  it('asks for what is not set when it is pasted into a terminal, with or without an extra line break', async (context) => {
    needs(context, 'script', ...programsOf['gh secret set']);
    const folder = mkdtempSync(join(tmpdir(), 'refrain-terminal-'));
    try {
      const path = [writeRecorders(folder), process.env['PATH']].join(delimiter);
      const { text } = named('gh secret set', bench.optionsFor(grant));
      await atTerminal({ PATH: path, HOME: folder }, [
        { after: /ready> /, text: `${text}\n` },
        ...secrets.map((secret) => ({ after: new RegExp(`Paste ${secret}`), text: `value of ${secret}\n` })),
        { after: /ready> /, text: 'exit\n' },
      ]);
      expect(readRecorded(folder)).toEqual({
        calls: secrets.map((secret) => ['gh', 'secret', 'set', secret]),
        handedToGh: secrets.map((secret) => `value of ${secret}`),
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
