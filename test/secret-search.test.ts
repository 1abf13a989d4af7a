import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { searchToo, SecretSearch } from './support/secrets/search.ts';

// Every test of the command ends with this search. Here it must find secrets that were put in place.
const secret = 'AQB/secret+that=is-long_enough~to-be-one';

let search: SecretSearch;
let folder: string;
beforeEach(() => {
  search = new SecretSearch();
  folder = mkdtempSync(join(tmpdir(), 'refrain search '));
  search.noteFolder(folder);
});
afterEach(() => {
  try {
    search.end();
  } catch {
    // Every leak is intended.
  }
  rmSync(folder, { recursive: true, force: true });
});

const outputs = (stdout = '', stderr = '') => ({ stdout: () => stdout, stderr: () => stderr });
const command = (args: readonly string[], stdout = '', stderr = '', input: { env?: object; stdin?: string } = {}) =>
  search.noteCommand(args, input as Parameters<SecretSearch['noteCommand']>[1], outputs(stdout, stderr));
function file(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('a secret is found', () => {
  beforeEach(() => search.learn('refresh token', secret));

  it.each([
    ['raw', secret],
    ['raw', secret.slice(0, 20)],
    ['raw', secret.slice(-20)],
    ['URL-encoded', encodeURIComponent(secret)],
    ['base64', Buffer.from(secret).toString('base64')],
    ['base64', Buffer.from(`a${secret} and more`).toString('base64')],
    ['base64', Buffer.from(`id:${secret}`).toString('base64')],
    ['base64url', Buffer.from(`ab?${secret}`).toString('base64url')],
    ['hex', Buffer.from(secret).toString('hex')],
    ['hex', Buffer.from(secret).toString('hex').toUpperCase()],
  ])('finds a secret that is written as %s (case %#)', (disguise, hidden) => {
    search.note('somewhere', `before ${hidden} after`);
    expect(search.leaks()).toEqual([
      expect.stringMatching(new RegExp(`^refresh token \\((?:${disguise}|base64)\\) in somewhere$`)),
    ]);
  });

  it.each([
    ['an argument', () => command(['status', secret])],
    ['standard output', () => command(['status'], secret)],
    ['standard error', () => command(['token'], '', secret)],
    ['a file', () => file('home/log', secret)],
    ['a crash report', () => file('work a/report.20261124.json', JSON.stringify({ env: [secret] }))],
    ['the name of a file', () => file(`x/${secret.slice(4)}`, '')],
    ['a file beside the store', () => file('home/profiles/default/record', secret)],
    ['a tab or a terminal', () => searchToo('a tab', secret)],
  ])('in %s, and is not repeated', (_, plant) => {
    plant();
    const leaks = search.leaks();
    expect(leaks).toHaveLength(1);
    expect(leaks.join('')).not.toContain('secret+that');
    expect(() => search.end()).toThrow(/^Secrets are in places that are not allowed:\nrefresh token/);
  });

  it('only in places where it is not allowed', () => {
    command(['env', '--get', 'SPOTIFY_REFRESH_TOKEN'], `${secret}\n`);
    command(['--json', 'login', '--print', 'json'], secret);
    file('home/profiles/default/versions/record.3.0123456789abcdef', secret);
    file('work a/web.env', secret);
    symlinkSync('/proc/self/environ', join(folder, 'link'));
    expect(search.leaks()).toEqual([]);
  });

  it('where only another kind of secret is allowed', () => {
    command(['token'], secret);
    command(['env', '--get', 'SPOTIFY_CLIENT_SECRET'], secret);
    file('handed/0.SPOTIFY_CLIENT_SECRET', secret);
    expect(search.leaks()).toHaveLength(3);
  });
});

describe('a secret is collected', () => {
  it('from variables and standard input', () => {
    const env = { SPOTIFY_CLIENT_SECRET: '0123456789abcdef', SPOTIFY_CLIENT_ID: 'fedcba9876543210' };
    command(['login'], '', '', { env, stdin: 'SPOTIFY_REFRESH_TOKEN="AQtoken-from-stdin"\n' });
    command(['login', '--client-secret-stdin'], '', '', { stdin: 'secret-from-stdin\n' });
    expect([...search.secrets()]).toEqual([
      ['0123456789abcdef', 'client secret'],
      ['AQtoken-from-stdin', 'refresh token'],
      ['secret-from-stdin', 'client secret'],
    ]);
  });

  it('from the requests and responses of a server of this process', async () => {
    const server = createServer((request, response) => {
      request.resume().once('end', () => {
        response.setHeader('Location', '/back?code=code-of-this-answer&state=not-a-secret');
        response.end(JSON.stringify({ access_token: 'BQaccess-token', refresh_token: 'AQrefresh-token' }));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/?code=code-of-this-request`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('some-client-id:secret-of-basic')}` },
      body: new URLSearchParams({
        code_verifier: 'verifier~of+this',
        client_secret: 'secret-of-form',
        scope: 'a-scope-here',
      }),
    });
    await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
      headers: { authorization: 'Bearer BQbearer-token' },
    });
    server.closeAllConnections();
    server.close();
    expect(Object.fromEntries(search.secrets())).toEqual({
      'code-of-this-request': 'code',
      'code-of-this-answer': 'code',
      'secret-of-basic': 'client secret',
      'secret-of-form': 'client secret',
      'verifier~of+this': 'code verifier',
      'BQaccess-token': 'access token',
      'AQrefresh-token': 'refresh token',
      'BQbearer-token': 'access token',
    });
  });
});
