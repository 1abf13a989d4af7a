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

describe('a question at a terminal', () => {
  it.each([
    ['the client ID', 'refrain login', /Client ID \(/],
    ['the scopes', `refrain login ${app}`, /one by one/],
    ['the secret', `refrain login ${app} --preset profile --grant authorization_code`, /Client secret \(/],
    ['the token', `refrain login ${app} --with-token`, /Refresh token/],
  ])(
    'that asks for %s is ended by Ctrl-D as by Ctrl-C, with the cursor to be seen again',
    async (_, command, after) => {
      const shown = await type([
        { after: /ready> /, text: `${command}\n` },
        { after, text: '\u0004' },
        { after: /Ended before it was done[^]*ready> /, text: 'echo "code=$?"\n' },
        { after: /code=\d+\r/, text: 'exit\n' },
      ]);
      expect(shown).toContain('code=130');
      expect(shown.lastIndexOf('\u001B[?25h')).toBeGreaterThan(shown.lastIndexOf('\u001B[?25l'));
    },
  );

  it('goes on after Ctrl-Z and fg', async () => {
    const shown = await type([
      { after: /ready> /, text: `refrain login ${app} --no-browser\n` },
      { after: /one by one/, text: '\u001A' },
      { after: /Stopped[^]*ready> /, text: 'fg\n' },
      { after: /Going on with the question/, text: '\r' },
      { after: /Waiting for your consent/, text: '\u0003' },
      { after: /Ended before it was done[^]*ready> /, text: 'exit\n' },
    ]);
    expect(shown).toContain('Listening history');
  });

  it('says once what is odd about a client ID, and takes it when it is entered again', async () => {
    const shown = await type([
      { after: /ready> /, text: 'refrain login --no-browser --preset profile\n' },
      { after: /Client ID \(/, text: 'mine\r' },
      { after: /A client ID has 32 characters/, text: '\r' },
      { after: /Waiting for your consent/, text: '\u0003' },
      { after: /Ended before it was done[^]*ready> /, text: 'exit\n' },
    ]);
    expect(shown).toContain('client_id=mine&');
  });

  it('asks for a secret that is to come from standard input where that is a terminal, and shows none of it', async () => {
    const shown = await type([
      { after: /ready> /, text: `refrain login ${app} --grant client_credentials --client-secret-stdin > /dev/null\n` },
      { after: /Client secret \(/, text: `${practiceApp.clientSecret}\r` },
      { after: /Nothing is kept[^]*ready> /, text: 'exit\n' },
    ]);
    expect(shown).not.toContain(practiceApp.clientSecret);
  });
});

describe('where a program opens addresses and finds no browser', () => {
  it('says so, and takes the address that the last page has', async () => {
    mkdirSync(join(bench.folder, 'bin'));
    const opener = join(bench.folder, 'bin', process.platform === 'darwin' ? 'open' : 'xdg-open');
    writeFileSync(opener, '#!/bin/sh\nexit 3\n');
    chmodSync(opener, 0o755);
    const shown = await type(
      [
        { after: /ready> /, text: `refrain login ${app} --preset profile\n` },
        {
          after: /No browser could be opened here[^]*press Enter/,
          text: async (screen) => `${await callbackOf(addressShown.exec(screen)?.[1] ?? '')}\n`,
        },
        { after: /Kept in the profile[^]*ready> /, text: 'exit\n' },
      ],
      { CI: '' },
    );
    expect(shown).toContain('Open the address above yourself');
  });
});

it('says before a login which token it replaces', async () => {
  const login = `refrain login ${app} --preset profile --no-browser\n`;
  const shown = await type([
    { after: /ready> /, text: login },
    { after: addressShown, text: async (screen) => `${await callbackOf(addressShown.exec(screen)?.[1] ?? '')}\n` },
    { after: /Kept in the profile[^]*ready> /, text: login },
    { after: /keeps a token already[^]*Waiting for your consent/, text: '\u0003' },
    { after: /Ended before it was done[^]*ready> /, text: 'exit\n' },
  ]);
  expect(shown).toMatch(/keeps a token already for Maya Lindqvist/);
});

it('keeps help and errors within a narrow screen', async () => {
  const shown = await type([
    { after: /ready> /, text: 'stty cols 50 rows 24; refrain --help; refrain login --help; refrain token\n' },
    { after: /No token is kept[^]*ready> /, text: 'exit\n' },
  ]);
  const lines = shown.slice(shown.indexOf('Gets a Spotify')).split(/\r?\n/);
  const ours = lines.filter((line) => !/^ {2}refrain|^ {2}curl|^ {5}|ready> /.test(line));
  expect(ours.filter((line) => line.replace(/\p{Cc}\[\d+m/gu, '').length > 50)).toEqual([]);
});

it('gives the emulator\u2019s variables to a terminal so that a shell hands them on', async () => {
  const shown = await type([
    { after: /ready> /, text: 'refrain emulate --port 0\n' },
    { after: /SPOTIFY_CLIENT_ID=/, text: '\u0003' },
    { after: /ready> /, text: 'exit\n' },
  ]);
  expect(shown).toMatch(/^export SPOTIFY_ACCOUNTS_URL=http/m);
});
