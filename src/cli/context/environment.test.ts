import { expect, it } from 'vitest';
import { takeEnvironment } from './environment.ts';

it('reads what it knows, and leaves no secret behind', () => {
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

it('takes blank for not given', () => {
  expect(takeEnvironment({ SPOTIFY_CLIENT_ID: '  ', SPOTIFY_REFRESH_TOKEN: '' }, 'linux')).toMatchObject({
    clientId: undefined,
    refreshToken: undefined,
  });
});

it('takes each platform’s own word for the place of settings', () => {
  const variables = { APPDATA: 'C:\\Roaming', XDG_CONFIG_HOME: '/config' };
  expect(takeEnvironment({ ...variables }, 'win32').configHome).toBe('C:\\Roaming');
  expect(takeEnvironment({ ...variables }, 'darwin').configHome).toBe('/config');
});
