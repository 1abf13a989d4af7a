import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { practiceApp } from '../../src/emulator/index.ts';
import { needs } from '../support/command/program.ts';
import { refrainBench, type RefrainBench } from '../support/command/refrain.ts';
import { callbackOf, openTab } from '../support/command/started.ts';
import { addressShown, atTerminalOf, type Typed } from '../support/command/terminal.ts';

let bench: RefrainBench;
beforeEach(async () => {
  bench = await refrainBench();
});
afterEach(() => bench.close());

const type = (typed: readonly Typed[], more?: Record<string, string>) => atTerminalOf(bench, typed, more);

describe('at a terminal', () => {
  it('login asks for missing values and accepts a pasted address; then token works', async (context) => {
    needs(context, 'script');
    const shown = await type([
      { after: /ready> /, text: 'refrain login --port 0 --no-browser\n' },
      { after: /Client ID/, text: `${practiceApp.clientId}\r` },
      { after: /Which permissions/, text: '\r' },
      { after: addressShown, text: async (screen) => `${await callbackOf(addressShown.exec(screen)?.[1] ?? '')}\n` },
      { after: /Logged in as[^]*ready> /, text: 'refrain token > token.txt; wc -l < token.txt\n' },
      { after: /^1\r?\n/m, text: 'exit\n' },
    ]);
    expect(shown).toContain('http://127.0.0.1/callback');
    expect(shown).toMatch(/paste\s+it\s+here/);
    expect(shown).toContain('Maya Lindqvist');
  });

  it('explains a wrong paste and keeps waiting, also after the end of input', async (context) => {
    needs(context, 'script');
    const args = `--client-id ${practiceApp.clientId} --preset profile`;
    const shown = await type([
      { after: /ready> /, text: `refrain login --port 0 --no-browser ${args}\n` },
      { after: /Waiting for you to approve/, text: 'what?\n' },
      { after: /This is not an address/, text: async (screen) => `${addressShown.exec(screen)?.[1]}\n` },
      { after: /the address to open in the browser/, text: 'http://127.0.0.1/callback?code=a&state=b\n' },
      { after: /another login/, text: '\u0004: more\n' },
      {
        after: /: more/,
        text: async (screen) => {
          await openTab(addressShown.exec(screen)?.[1] ?? '');
          return '';
        },
      },
      { after: /Logged in as[^]*ready> /, text: 'exit\n' },
    ]);
    expect(shown).toContain('Paste closed; still waiting for the browser.');
  });

  it('reads the callback of an https address, which only the browser can reach', async (context) => {
    needs(context, 'script');
    const redirectUri = 'https://example.com/spotify';
    const app = bench.emulator.controls.registerApp({ redirectUris: [redirectUri] });
    const args = `--client-id ${app.clientId} --preset profile --redirect-uri ${redirectUri}`;
    const shown = await type([
      { after: /ready> /, text: `refrain login --no-browser ${args}\n` },
      { after: addressShown, text: async (screen) => `${await callbackOf(addressShown.exec(screen)?.[1] ?? '')}\n` },
      { after: /Logged in as[^]*ready> /, text: 'exit\n' },
    ]);
    expect(shown).toMatch(/Spotify\s+sends\s+your\s+browser\s+to/);
  });

  it.each([
    ['a question', 'refrain login --port 0', /Client ID/],
    [
      'consent',
      `refrain login --port 0 --no-browser --client-id ${practiceApp.clientId} --preset profile`,
      /Press Ctrl-C to cancel/,
    ],
  ])('Ctrl-C ends the wait for %s with 130', async (_, command, after) => {
    const shown = await type([
      { after: /ready> /, text: `${command}\n` },
      { after, text: '\u0003' },
      { after: /Cancelled[^]*ready> /, text: 'echo "it was $?"\n' },
      { after: /it was \d+/, text: 'exit\n' },
    ]);
    expect(shown).toContain('it was 130');
  });

  it('finishes the code exchange after Ctrl-C, and stops at a second one', async (context) => {
    needs(context, 'script');
    bench.emulator.controls.answerNext({ path: '/api/token', stall: 'answer' });
    const shown = await type([
      {
        after: /ready> /,
        text: `refrain login --port 0 --client-id ${practiceApp.clientId} --preset profile --no-browser\n`,
      },
      { after: addressShown, text: async (screen) => `${await callbackOf(addressShown.exec(screen)?.[1] ?? '')}\n` },
      { after: /Getting the token/, text: '\u0003' },
      { after: /Ctrl-C again/, text: '\u0003' },
      { after: /ready> /, text: 'exit\n' },
    ]);
    expect(shown).toContain('so that no token');
    expect(shown).not.toContain('Logged in');
  });

  it('uses colours on a terminal, except with NO_COLOR', async (context) => {
    needs(context, 'script');
    const look = (more: Record<string, string>) =>
      type(
        [
          { after: /ready> /, text: 'refrain token\n' },
          { after: /[Nn]ot logged in[^]*ready> /, text: 'exit\n' },
        ],
        more,
      );
    expect(await look({})).toContain('\u001b[1m');
    expect((await look({ NO_COLOR: '1' })).replaceAll('\u001b[?2004', '')).not.toContain('\u001b[');
  });
});
