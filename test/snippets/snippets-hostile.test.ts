import { describe, expect, it } from 'vitest';
import { needs } from '../support/command/program.ts';
import { programsOf } from '../support/snippets/run-snippet.ts';
import { callers, named, openBench, tokenRequests } from '../support/snippets/snippet-bench.ts';

const bench = openBench();

describe.each(callers.filter(({ grant }) => grant !== 'temporary'))('$name for $grant', ({ grant, name }) => {
  it.for([
    ['quotes', `it's "quoted" ''' """`],
    ['what a shell would run', '$HOME $(touch pwned) `touch pwned` ${IFS} ; touch pwned & | > pwned < # * ? !!'],
    ['line breaks', 'a\nEND\ntouch pwned\n\r\n          touch pwned\n'],
    ['backslashes and percent signs', '\\ \\\\n \\x41 %s %0A 100% \\'],
    ['expressions of GitHub', '${{ github.token }} ${{ secrets.SPOTIFY_REFRESH_TOKEN }} }}'],
    ['other scripts and unseen characters', 'ünï 日本 🎵 \u202E\u200B\u2028\u0085\u0001\u001B[31m\u007F\t\v\uFEFF'],
  ] as const)('sends a client ID with %s unchanged, and executes none of it', async ([, hostile], context) => {
    needs(context, ...programsOf[name]);
    const ran = await bench.run(
      named(name, bench.optionsFor(grant, { clientId: hostile, formUrl: `https://me.example/?client_id=${hostile}` })),
    );
    expect(bench.witness.seen.slice(0, 1)).toEqual(tokenRequests[grant](hostile));
    expect(ran.output).toContain('Teardrop');
    expect(ran.code).toBe(0);
  });
});
