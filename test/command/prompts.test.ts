import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { practiceApp } from '../../src/emulator/index.ts';
import { needs } from '../support/command/program.ts';
import { refrainBench, type RefrainBench } from '../support/command/refrain.ts';
import { callbackOf } from '../support/command/started.ts';
import { addressShown, atTerminalOf, type Typed } from '../support/command/terminal.ts';

const app = `--client-id ${practiceApp.clientId}`;

let bench: RefrainBench;
beforeEach(async (context) => {
  needs(context, 'script');
  bench = await refrainBench();
});
afterEach(() => bench.close());

const type = (typed: readonly Typed[], more?: Record<string, string>) => atTerminalOf(bench, typed, more);

describe('a prompt', () => {
  it.each([
    ['the client ID', 'refrain login --port 0', /Client ID \(/],
    ['the scopes', `refrain login --port 0 ${app}`, /one by one/],
    ['the secret', `refrain login --port 0 ${app} --preset profile --grant authorization_code`, /Client secret \(/],
    ['the token', `refrain login --port 0 ${app} --with-token`, /Refresh token/],
  ])('for %s ends with Ctrl-D as with Ctrl-C, and the cursor is visible again', async (_, command, after) => {
    const shown = await type([
      { after: /ready> /, text: `${command}\n` },
      { after, text: '\u0004' },
      { after: /Cancelled[^]*ready> /, text: 'echo "code=$?"\n' },
      { after: /code=\d+\r/, text: 'exit\n' },
    ]);
    expect(shown).toContain('code=130');
    expect(shown.lastIndexOf('\u001B[?25h')).toBeGreaterThan(shown.lastIndexOf('\u001B[?25l'));
  });

  it('continues after Ctrl-Z and fg', async () => {
    const shown = await type([
      { after: /ready> /, text: `refrain login --port 0 ${app} --no-browser\n` },
      { after: /one by one/, text: '\u001A' },
      { after: /Stopped[^]*ready> /, text: 'fg\n' },
      { after: /Continue with the question/, text: '\r' },
      { after: /Waiting for you to approve/, text: '\u0003' },
      { after: /Cancelled[^]*ready> /, text: 'exit\n' },
    ]);
    expect(shown).toContain('Listening history');
  });

  it('says once what is unusual about a client ID, and accepts it when it is entered again', async () => {
    const shown = await type([
      { after: /ready> /, text: 'refrain login --port 0 --no-browser --preset profile\n' },
      { after: /Client ID \(/, text: 'mine\r' },
      { after: /A client ID has 32 characters/, text: '\r' },
      { after: /Waiting for you to approve/, text: '\u0003' },
      { after: /Cancelled[^]*ready> /, text: 'exit\n' },
    ]);
    expect(shown).toContain('client_id=mine&');
  });

  it('names the redirect URI only if a sign-in follows', async () => {
    const askClientId = (flags: string) =>
      type([
        { after: /ready> /, text: `refrain login --port 0 ${flags}\n` },
        { after: /Client ID \(/, text: '\u0003' },
        { after: /Cancelled[^]*ready> /, text: 'exit\n' },
      ]);
    expect(await askClientId('')).toContain('Add this redirect URI');
    expect(await askClientId('--grant client_credentials')).not.toContain('redirect URI');
  });

  it('asks for the secret if standard input is a terminal, and does not show it', async () => {
    const shown = await type([
      {
        after: /ready> /,
        text: `refrain login --port 0 ${app} --grant client_credentials --client-secret-stdin > /dev/null\n`,
      },
      { after: /Client secret \(/, text: `${practiceApp.clientSecret}\r` },
      { after: /Nothing was saved[^]*ready> /, text: 'exit\n' },
    ]);
    expect(shown).not.toContain(practiceApp.clientSecret);
  });
});

describe('if no browser can be opened', () => {
  it('says so, and reads the pasted address', async () => {
    mkdirSync(join(bench.folder, 'bin'));
    const opener = join(bench.folder, 'bin', process.platform === 'darwin' ? 'open' : 'xdg-open');
    writeFileSync(opener, '#!/bin/sh\nexit 3\n');
    chmodSync(opener, 0o755);
    const shown = await type(
      [
        { after: /ready> /, text: `refrain login --port 0 ${app} --preset profile\n` },
        {
          after: /No browser could be opened/,
          text: async (screen) => `${await callbackOf(addressShown.exec(screen)?.[1] ?? '')}\n`,
        },
        { after: /Logged in as[^]*ready> /, text: 'exit\n' },
      ],
      { CI: '' },
    );
    expect(shown).toContain('Open the address above yourself');
  });
});

it('says before a login which token it replaces', async () => {
  const login = `refrain login --port 0 ${app} --preset profile --no-browser\n`;
  const shown = await type([
    { after: /ready> /, text: login },
    { after: addressShown, text: async (screen) => `${await callbackOf(addressShown.exec(screen)?.[1] ?? '')}\n` },
    { after: /Logged in as[^]*ready> /, text: login },
    { after: /already has a token[^]*Waiting for you to approve/, text: '\u0003' },
    { after: /Cancelled[^]*ready> /, text: 'exit\n' },
  ]);
  expect(shown).toMatch(/already has a token for Maya Lindqvist/);
});

it('wraps help and errors on a narrow screen', async () => {
  const shown = await type([
    { after: /ready> /, text: 'stty cols 50 rows 24; refrain --help; refrain login --help; refrain token\n' },
    { after: /[Nn]ot logged in[^]*ready> /, text: 'exit\n' },
  ]);
  const lines = shown.slice(shown.indexOf('Gets a Spotify')).split(/\r?\n/);
  const ours = lines.filter((line) => !/^ {2}refrain|^ {2}curl|^ {5}|ready> /.test(line));
  expect(ours.filter((line) => line.replace(/\p{Cc}\[\d+m/gu, '').length > 50)).toEqual([]);
});

it('prints the emulator’s variables with export on a terminal', async () => {
  const shown = await type([
    { after: /ready> /, text: 'refrain emulate --port 0\n' },
    { after: /SPOTIFY_CLIENT_ID=/, text: '\u0003' },
    { after: /ready> /, text: 'exit\n' },
  ]);
  expect(shown).toMatch(/^export SPOTIFY_ACCOUNTS_URL=http/m);
});
