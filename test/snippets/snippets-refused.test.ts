import { describe, expect, it } from 'vitest';
import { needs } from '../support/command/program.ts';
import { programsOf } from '../support/snippets/run-snippet.ts';
import {
  callers,
  formUrl,
  named,
  names,
  openBench,
  refreshers,
  required,
  variables,
} from '../support/snippets/snippet-bench.ts';
import { apiAnswers, tokenAnswers } from '../support/witness.ts';

const bench = openBench();

describe.each(callers)('$name for $grant', ({ grant, name }) => {
  it.for(required[grant])('reports that %s is missing, and sends no request', async (variable, context) => {
    needs(context, ...programsOf[name]);
    for (const environment of [
      Object.entries(variables).filter(([other]) => other !== variable),
      Object.entries({ ...variables, [variable]: '' }),
    ]) {
      const ran = await bench.run(named(name, bench.optionsFor(grant)), Object.fromEntries(environment));
      expect(ran.output).toContain(`${variable} is not set`);
      expect(ran.code).not.toBe(0);
    }
    expect(bench.witness.seen).toEqual([]);
  });

  it('shows why the Web API refuses', async (context) => {
    needs(context, ...programsOf[name]);
    bench.witness.answers.api = apiAnswers.notRegistered;
    const ran = await bench.run(named(name, bench.optionsFor(grant)));
    expect(ran.output).toContain('403');
    expect(ran.output).toContain('The user is not registered for this application.');
    expect(ran.code).not.toBe(0);
  });

  it('reports that Spotify cannot be reached', async (context) => {
    needs(context, ...programsOf[name]);
    // Port 9 (discard) is closed.
    const endpoints = { accountsUrl: 'http://127.0.0.1:9', apiUrl: 'http://127.0.0.1:9' };
    const ran = await bench.run(named(name, bench.optionsFor(grant, { endpoints })));
    expect(ran.output).toMatch(/127\.0\.0\.1/);
    expect(ran.output).not.toMatch(/Traceback|\n\s+at /);
    expect(ran.code).not.toBe(0);
  });
});

describe.each(callers.filter(({ grant }) => grant !== 'temporary'))('$name for $grant', ({ grant, name }) => {
  it.for([
    ['an outage', 'outage', '503'],
    ['an answer without a token', 'nothing', 'no access token'],
    ['a wrong secret', 'secretWrong', /[Ss]ecret|client ID/],
  ] as const)('reports %s', async ([, answer, words], context) => {
    needs(context, ...programsOf[name]);
    bench.witness.answers.token = tokenAnswers[answer];
    const ran = await bench.run(named(name, bench.optionsFor(grant)));
    expect(ran.output).toMatch(words);
    expect(ran.code).not.toBe(0);
    expect(bench.witness.seen).toHaveLength(1);
  });
});

describe.each(refreshers)('$name for $grant', ({ grant, name }) => {
  it('shows where to sign in again if the refresh token is rejected', async (context) => {
    needs(context, ...programsOf[name]);
    bench.witness.answers.token = tokenAnswers.refused;
    const ran = await bench.run(named(name, bench.optionsFor(grant)));
    expect(ran.output).toContain(`Sign in again for a new one: ${formUrl}`);
    expect(ran.code).not.toBe(0);
    expect(bench.witness.seen).toHaveLength(1);
  });
});

describe.each(names('temporary'))('%s for temporary', (name) => {
  it('reports that the token has expired', async (context) => {
    needs(context, ...programsOf[name]);
    bench.witness.answers.api = apiAnswers.expired;
    const ran = await bench.run(named(name, bench.optionsFor('temporary')));
    expect(ran.output).toContain(`Sign in again for a new one: ${formUrl}`);
    expect(ran.code).not.toBe(0);
  });
});
