import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { homeFolder, readEndpoints, takeEnvironment } from './environment.ts';

describe('takeEnvironment', () => {
  it('reads the known variables and deletes the secrets', () => {
    const variables: Record<string, string | undefined> = {
      PATH: '/bin',
      SPOTIFY_CLIENT_ID: ' id ',
      SPOTIFY_CLIENT_SECRET: 'secret',
      SPOTIFY_REFRESH_TOKEN: 'refresh',
      SPOTIFY_ACCESS_TOKEN: 'access',
      SPOTIFY_AUTHORIZED_AT: '2026-11-24',
      NO_COLOR: '1',
    };
    expect(takeEnvironment(variables, 'linux')).toMatchObject({
      clientId: 'id',
      clientSecret: 'secret',
      refreshToken: 'refresh',
      authorizedAt: '2026-11-24',
      accountsUrl: undefined,
      noColor: true,
      ci: false,
    });
    expect(variables).toEqual({
      PATH: '/bin',
      SPOTIFY_CLIENT_ID: ' id ',
      SPOTIFY_AUTHORIZED_AT: '2026-11-24',
      NO_COLOR: '1',
    });
  });

  it('treats a blank variable as not set', () => {
    expect(takeEnvironment({ SPOTIFY_CLIENT_ID: '  ', SPOTIFY_REFRESH_TOKEN: '' }, 'linux')).toMatchObject({
      clientId: undefined,
      refreshToken: undefined,
    });
  });

  it.each([
    ['in quotes, as from a file of variables', '"/srv/maya/my tokens"'],
    ['in single quotes', "'/srv/maya/my tokens'"],
    ['with a line end of Windows', '/srv/maya/my tokens\r'],
    ['with a byte order mark', '\uFEFF/srv/maya/my tokens'],
  ])('reads the folder of the tokens %s', (_, text) => {
    expect(takeEnvironment({ REFRAIN_HOME: text }, 'linux').refrainHome).toBe('/srv/maya/my tokens');
  });

  it.each(["/srv/maya/it's", '/home/\u{1F3F4}\u{E0067}\u{E007F}', '/a "b"'])('keeps the path %s', (path) => {
    expect(takeEnvironment({ REFRAIN_HOME: path }, 'linux').refrainHome).toBe(path);
  });

  it('reads the settings folder of the platform', () => {
    const variables = { APPDATA: 'C:\\Roaming', XDG_CONFIG_HOME: '/config' };
    expect(takeEnvironment({ ...variables }, 'win32').configHome).toBe('C:\\Roaming');
    expect(takeEnvironment({ ...variables }, 'darwin').configHome).toBe('/config');
  });
});

describe('readEndpoints', () => {
  it.each([
    ['SPOTIFY_ACCOUNTS_URL', { accountsUrl: 'http://example.com', apiUrl: undefined }],
    ['SPOTIFY_API_URL', { accountsUrl: 'http://127.0.0.1:8889', apiUrl: 'localhost:8889' }],
  ])('names %s if it is not valid', (name, urls) => {
    expect(() => readEndpoints(urls)).toThrow(
      expect.objectContaining({ code: 'endpoint_refused', detail: expect.stringContaining(name) }),
    );
  });

  it('hides a password in the address', () => {
    const failure = expect.objectContaining({ detail: expect.not.stringContaining('secret') });
    expect(() => readEndpoints({ accountsUrl: 'https://me:secret@host', apiUrl: undefined })).toThrow(failure);
  });

  it('replaces the servers that are set', () => {
    expect(readEndpoints({ accountsUrl: 'http://127.0.0.1:8889/', apiUrl: undefined })).toEqual({
      accountsUrl: 'http://127.0.0.1:8889',
      apiUrl: 'https://api.spotify.com',
    });
  });
});

it.each([
  [{}, false],
  [{ TERM: 'xterm-256color' }, false],
  [{ TERM: 'dumb' }, true],
])('uses no colour in a terminal that cannot show it: %j', (variables, isDumb) => {
  expect(takeEnvironment(variables, 'linux')).toMatchObject({ noColor: isDumb, isDumb });
});

describe('homeFolder', () => {
  it.each([
    [{ refrainHome: '/somewhere', configHome: '/config' }, 'linux', '/somewhere'],
    [{ refrainHome: 'here', configHome: '/config' }, 'linux', resolve('here')],
    [{ configHome: '/config' }, 'linux', '/config/refrain'],
    [{ configHome: 'relative' }, 'linux', '/home/refrain/.config/refrain'],
    [{}, 'darwin', '/home/refrain/.config/refrain'],
    [{}, 'win32', '/home/refrain/AppData/Roaming/refrain'],
  ] as const)('of %j on %s is %s', (variables, platform, expected) => {
    const environment = { refrainHome: undefined, configHome: undefined, ...variables };
    expect(homeFolder(environment, platform, () => '/home/refrain')).toBe(join(expected));
  });

  it('suggests REFRAIN_HOME if the user has no home folder', () => {
    // As `os.homedir()` fails for a user ID that is not in /etc/passwd, without HOME.
    const find = () => {
      throw Object.assign(new Error('uv_os_homedir returned ENOENT'), { code: 'ERR_SYSTEM_ERROR' });
    };
    const nothing = { refrainHome: undefined, configHome: undefined };
    expect(() => homeFolder(nothing, 'linux', find)).toThrow(
      expect.objectContaining({ code: 'store_failed', cure: expect.stringContaining('REFRAIN_HOME') }),
    );
    expect(homeFolder({ ...nothing, refrainHome: '/data' }, 'linux', find)).toBe(resolve('/data'));
  });

  // As `os.homedir()` passes on HOME.
  it.each(['', 'here'])('is never below the current folder, if HOME is “%s”', (home) => {
    const nothing = { refrainHome: undefined, configHome: undefined };
    expect(() => homeFolder(nothing, 'linux', () => home)).toThrow(
      expect.objectContaining({ code: 'store_failed', cure: expect.stringContaining('REFRAIN_HOME') }),
    );
  });
});
