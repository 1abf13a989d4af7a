import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../errors/error-table.ts';
import { RefrainError } from '../../errors/refrain-error.ts';
import { getCure } from './cures.ts';
import { toRefrainError, errorDocument, formatError } from './errors.ts';
import { createCommandText } from '../context/command-text.ts';

const refrainFor = (profile: string, childEnvironment = {}) =>
  createCommandText({ profile, childEnvironment, packageFolder: new URL('file:///usr/lib/refrain/') });
const now = Date.parse('2026-11-24T12:00:00Z');
const given = { refrain: refrainFor('default'), colour: false, now };

describe.each(errorCodes)('%s', (code) => {
  const error = new RefrainError(code, { detail: 'the detail', spotifySaid: 'the text' });

  it('is shown with its cure, the same in colour', () => {
    const text = formatError(error, given);
    expect(text).toContain(code === 'interrupted' ? 'Cancelled: the detail.' : getCure(error, given));
    expect(text).toMatch(code === 'interrupted' ? /^Cancelled/ : /^error: [^]*the detail[^]*\n$/);
    // oxlint-disable-next-line no-control-regex -- colours are control characters
    expect(formatError(error, { ...given, colour: true }).replace(/\u001B\[\d+m/g, '')).toBe(text);
  });

  it('is a document of three texts', () => {
    const { error: shown, ...nothing } = errorDocument(error, given);
    expect(nothing).toEqual({});
    expect(shown).toEqual({
      code,
      message: expect.stringContaining('the detail'),
      cure: getCure(error, given),
    });
  });
});

it('is a document of whole sentences', () => {
  const error = new RefrainError('refresh_token_suspect', {
    spotifySaid: 'invalid_grant: Invalid refresh token',
    retryAt: now,
  });
  expect(errorDocument(error, given).error.message).toBe(
    'Spotify rejected the token early. Spotify says: invalid_grant: Invalid refresh token. Not before 2026-11-24T12:00:00.000Z.',
  );
});

it('puts what happened and what to do on one line if they fit', () => {
  const error = new RefrainError('port_taken', { detail: 'Port 8890 is in use.' });
  expect(formatError(error, given)).toBe('error: port 8890 is in use. Use another port with --port N.\n');
});

it('says how a command is used', () => {
  const error = new RefrainError('wrong_usage', { detail: 'There is no flag --what.' });
  expect(formatError(error, { ...given, command: 'login' })).toBe(
    'error: there is no flag --what. Run `refrain login --help` for usage.\n',
  );
  expect(getCure(error, given)).toBe('Run `refrain --help` for usage.');
});

it('gives the reason only if it names what the user may have done', () => {
  const error = new RefrainError('refresh_token_suspect', { retryAt: given.now + 900_000 });
  expect(formatError(error, given)).toMatch(
    /^error: Spotify rejected the token early\.\nUsual causes: you removed [^\n]+\nRun `refrain token` after \d\d:\d\d to try again, or `refrain renew` now\.\n$/,
  );
  expect(formatError(new RefrainError('refresh_token_expired'), given)).toBe(
    'error: the refresh token has expired. Run `refrain renew`.\n',
  );
});

it('shows the system’s code of a network failure', () => {
  const error = new RefrainError('network', { cause: { name: 'TypeError', code: 'ENOTFOUND' } });
  expect(formatError(error, given)).toContain('error: Spotify could not be reached (ENOTFOUND).');
  expect(formatError(error, given)).not.toMatch(/browser|page/);
});

it('names the profile in the commands that it advises', () => {
  const error = new RefrainError('refresh_token_expired');
  expect(getCure(error, { refrain: refrainFor('work') })).toBe('Run `refrain renew --profile work`.');
  expect(getCure(error, given)).toBe('Run `refrain renew`.');
});

it.each([
  ['/usr/lib/refrain', 'node dist/cli/refrain.js renew'],
  ['/usr/lib', 'node refrain/dist/cli/refrain.js renew'],
  ['/home/me', 'node /usr/lib/refrain/dist/cli/refrain.js renew'],
])('names this very program if npm runs it, because the shell may not know `refrain`: in %s', (folder, text) => {
  expect(refrainFor('default', { npm_command: 'exec', INIT_CWD: folder })('renew')).toBe(text);
});

it('says until when Spotify accepts no requests', () => {
  const retryAt = given.now + 900_000;
  expect(formatError(new RefrainError('rate_limited', { retryAt }), given)).toMatch(
    /^error: rate limited by Spotify until \d\d:\d\d:\d\d\.$/m,
  );
  expect(formatError(new RefrainError('spotify_unavailable', { retryAt }), given)).toMatch(
    /Try again after \d\d:\d\d\.$/m,
  );
  expect(formatError(new RefrainError('answer_unreadable', { retryAt }), given)).toMatch(/Not before \d\d:\d\d\.$/m);
});

it('gives a program the next try as an ISO time', () => {
  const error = new RefrainError('rate_limited', { retryAt: given.now + 900_000 });
  expect(errorDocument(error, given).error).toMatchObject({
    message: expect.stringContaining('Not before 2026-11-24T12:15:00.000Z.'),
    cure: 'Wait until then. Trying sooner does not help.',
  });
});

it('says nothing twice', () => {
  const text = formatError(new RefrainError('network', { cause: { code: 'ENOTFOUND' } }), given);
  expect(text.split('Spotify could not be reached')).toHaveLength(2);
});

it.each(['EDQUOT', 'ENOSPC', 'EROFS', 'EIO'])('shows the path and the code of a failed system call (%s)', (code) => {
  const thrown = Object.assign(new Error(`${code}: AQsecret`), { code, syscall: 'open', path: '/home/you/.env' });
  const text = formatError(toRefrainError(thrown), given);
  expect(text).toMatch(new RegExp(`/home/you/\\.env: [a-z -]+ \\(${code}\\)`));
  expect(text).not.toMatch(/AQsecret|unexpected|\n {4}at /);
});

it('says that the current folder is gone', () => {
  // As `process.cwd()` fails.
  const thrown = Object.assign(new Error('ENOENT'), { code: 'ENOENT', syscall: 'uv_cwd' });
  expect(formatError(toRefrainError(thrown), given)).toBe(
    'error: the current folder cannot be used: no such folder (ENOENT).\nRun this again in another folder.\n',
  );
});

it('shows the code of a failed system call after a long path too', () => {
  const path = `/home/${'you/'.repeat(200)}.env`;
  const thrown = Object.assign(new Error('ENAMETOOLONG'), { code: 'ENAMETOOLONG', syscall: 'open', path });
  const { detail } = toRefrainError(thrown);
  expect(detail).toMatch(/^\/home\/.*\u2026.*\.env: the name is too long \(ENAMETOOLONG\)$/);
});

it('shows only the name of an unknown error', () => {
  const error = toRefrainError(Object.assign(new TypeError('token AQsecret'), { code: 'ERR_INVALID' }));
  expect(error).toMatchObject({ code: 'unexpected', detail: 'TypeError ERR_INVALID' });
  expect(JSON.stringify(errorDocument(error, given))).not.toContain('AQsecret');
  expect(toRefrainError('AQsecret').detail).toBe('Error');
});
