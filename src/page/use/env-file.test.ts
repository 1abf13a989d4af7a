import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse as parseDotenv } from 'dotenv';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spotify } from '../../spotify/endpoints.ts';
import { envFile, type EnvFileOptions } from './env-file.ts';

const authorizedAt = Date.UTC(2026, 10, 24, 10, 2, 11);
const token = 'AQDk3v9Xw0c1mJpQx7RtZ2yLbH8uEoV5sNfA6gKiW4dCjT1rMhY0zBqUeP3xGlS9nOaIv7wFk2DtXc8RmLy5HbJpQ6sZuEg_-';
const base: EnvFileOptions = {
  grant: 'authorization_code_pkce',
  clientId: '3f9c0b7e5a2d4c18b6e1f07a9d245c83',
  refreshToken: token,
  authorizedAt,
  endpoints: spotify,
};

/** The variables that a shell reads from each file, and the files that it created meanwhile. */
function sourceAll(shell: string, texts: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'refrain-env-'));
  try {
    for (const [index, text] of texts.entries()) writeFileSync(join(folder, `${index}.env`), text);
    const script = `for i in $(seq 0 ${texts.length - 1}); do (set -a; . "./$i.env"; set +a; exec env -0) || exit; printf '\\n\\0'; done`;
    const out = execFileSync('env', ['-i', `PATH=${process.env.PATH}`, shell, '-c', script], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const variables = out
      .split('\n\0')
      .slice(0, -1)
      .map((all) => {
        const pairs = all
          .split('\0')
          .map((pair) => [pair.split('=', 1)[0] ?? '', pair.replace(/^[^=]*=/, '')] as const);
        return Object.fromEntries(
          pairs.filter(([name]) => !['', 'PATH', 'PWD', 'OLDPWD', 'SHLVL', '_', 'i'].includes(name)),
        );
      });
    return { variables, files: readdirSync(folder) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const readers: Record<string, (text: string) => Record<string, string | undefined>> = {
  'Node --env-file': (text) => ({ ...parseEnv(text) }),
  dotenv: (text) => parseDotenv(text),
  sh: (text) => sourceAll('sh', [text]).variables[0] ?? {},
  bash: (text) => sourceAll('bash', [text]).variables[0] ?? {},
};

describe.each(Object.entries(readers))('.env as %s reads it', (_name, read) => {
  it('holds what a refresh needs, and the time of consent', () => {
    expect(read(envFile(base))).toEqual({
      SPOTIFY_CLIENT_ID: base.clientId,
      SPOTIFY_REFRESH_TOKEN: token,
      SPOTIFY_AUTHORIZED_AT: '2026-11-24T10:02:11Z',
    });
  });

  it('names the emulator in practice', () => {
    const endpoints = { accountsUrl: 'http://127.0.0.1:40001', apiUrl: 'http://[::1]:40001' };
    expect(read(envFile({ ...base, endpoints }))).toMatchObject({
      SPOTIFY_ACCOUNTS_URL: endpoints.accountsUrl,
      SPOTIFY_API_URL: endpoints.apiUrl,
    });
  });

  it('holds the access token if there is no refresh token', () => {
    const text = envFile({
      ...base,
      grant: 'temporary',
      refreshToken: undefined,
      authorizedAt,
      accessToken: 'BQx_1-2',
    });
    expect(read(text)).toEqual({ SPOTIFY_CLIENT_ID: base.clientId, SPOTIFY_ACCESS_TOKEN: 'BQx_1-2' });
  });

  it.each([
    ['a space', 'a b'],
    ['a hash', 'a #b'],
    ['dollars and backticks', '$HOME $(touch pwned) `touch pwned`'],
    ['double quotes', '"a" b"'],
    ['an apostrophe', "it's"],
    ['backslashes', 'a\\nb\\\\c\\"d'],
    ['an equals sign', '=a=b='],
    ['a tilde', '~root'],
    ['a star', '*'],
    ['other scripts', 'ünï 日本 🎵'],
  ])('keeps %s unchanged', (_what, value) => {
    expect(read(envFile({ ...base, clientId: value })).SPOTIFY_CLIENT_ID).toBe(value);
  });

  it('holds the secret after its line is filled in', () => {
    const text = envFile({ ...base, grant: 'authorization_code' });
    expect(read(text)).not.toHaveProperty('SPOTIFY_CLIENT_SECRET');
    expect(
      read(
        text.replace('# SPOTIFY_CLIENT_SECRET=', '$&5ec').replace('# SPOTIFY_CLIENT_SECRET', 'SPOTIFY_CLIENT_SECRET'),
      ),
    ).toMatchObject({
      SPOTIFY_CLIENT_SECRET: '5ec',
      SPOTIFY_REFRESH_TOKEN: token,
    });
  });
});

it('says when an access token expires, or that it is not known', () => {
  const access = { ...base, grant: 'temporary', refreshToken: undefined, accessToken: 'BQ-access' } as const;
  const end = Date.UTC(2026, 10, 24, 11);
  expect(envFile({ ...access, accessTokenExpiresAt: end })).toContain('expires at 2026-11-24T11:00:00Z');
  expect(envFile(access)).toContain('The expiry of the access token is not known');
});

describe('.env', () => {
  it('keeps any value unchanged or replaces it by a comment, and no value adds a line', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.string({ unit: fc.constantFrom(...'\'"`$\\{}()!#%&;=, \n\r\tA'), minLength: 1, maxLength: 12 }),
      fc.constantFrom(
        'a\nPWNED=1',
        "a'\nPWNED=1\n'",
        '"\nPWNED=1',
        'a\\',
        "'",
        '$(touch pwned)',
        'a\u2028PWNED=1',
        'x\r\nPWNED=1',
      ),
    );
    const cases = fc
      .sample(fc.tuple(value, value), { numRuns: 120, seed: 20270523 })
      .map(([clientId, refreshToken]) => ({
        clientId,
        refreshToken,
        text: envFile({ ...base, clientId, refreshToken }),
      }));
    const texts = cases.map(({ text }) => text);
    const [sh, bash] = [sourceAll('sh', texts), sourceAll('bash', texts)];
    for (const [index, { clientId, refreshToken, text }] of cases.entries()) {
      const expected = Object.fromEntries(
        Object.entries({
          SPOTIFY_CLIENT_ID: clientId,
          SPOTIFY_REFRESH_TOKEN: refreshToken,
          SPOTIFY_AUTHORIZED_AT: '2026-11-24T10:02:11Z',
        }).filter(([name]) => !text.includes(`# ${name} is left out`)),
      );
      expect(parseDotenv(text)).toEqual(expected);
      expect({ ...parseEnv(text) }).toEqual(expected);
      expect(sh.variables[index]).toEqual(expected);
      expect(bash.variables[index]).toEqual(expected);
    }
    expect(sh.files).toHaveLength(texts.length);
    expect(bash.files).toHaveLength(texts.length);
  });

  it('leaves out no value that fits on one line', () => {
    for (const value of [base.clientId, token, 'a b', "it's", '$x', '"', '#', 'ünï', '\\d']) {
      expect(envFile({ ...base, clientId: value })).not.toContain('left out');
    }
  });

  it('says when the refresh token expires', () => {
    expect(envFile(base)).toContain('2027-05-23T10:02:11Z');
  });

  it('says so if the date of consent is not known', () => {
    const text = envFile({ ...base, authorizedAt: undefined });
    expect(text).not.toContain('SPOTIFY_AUTHORIZED_AT');
    expect(text).toMatch(/^# .*not known/m);
  });

  it('does not quote letters and digits, because docker run keeps quotes', () => {
    expect(envFile(base)).toMatch(/^SPOTIFY_CLIENT_ID=3f9c0b7e5a2d4c18b6e1f07a9d245c83$/m);
    expect(envFile(base)).toContain(`\nSPOTIFY_REFRESH_TOKEN=${token}\n`);
  });
});
