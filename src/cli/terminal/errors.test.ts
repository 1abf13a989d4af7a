import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../errors/explanations.ts';
import { RefrainError } from '../../errors/refrain-error.ts';
import { cureOf } from './cures.ts';
import { toRefrainError, errorDocument, formatError } from './errors.ts';
import { createCommandText } from '../context/command-text.ts';
import { exitCodeOf } from '../context/exit-code.ts';

const refrainFor = (profile: string, childEnvironment = {}) => createCommandText({ profile, childEnvironment });
const given = { refrain: refrainFor('default'), colour: false, now: Date.parse('2026-11-24T12:00:00Z') };

describe.each(errorCodes)('%s', (code) => {
  const error = new RefrainError(code, { detail: 'the detail', spotifySaid: 'the word' });

  it('has words with a cure, plain and coloured alike', () => {
    const words = formatError(error, given);
    expect(words).toContain(code === 'interrupted' ? error.message : cureOf(error, given));
    expect(words).toMatch(/^\p{L}[^]*\n$/u);
    // oxlint-disable-next-line no-control-regex -- colours are control characters
    expect(formatError(error, { ...given, colour: true }).replace(/\u001B\[\d+m/g, '')).toBe(words);
  });

  it('is a document of three texts', () => {
    const { error: shown, ...nothing } = errorDocument(error, given);
    expect(nothing).toEqual({});
    expect(shown).toEqual({
      code,
      message: expect.stringContaining('the detail'),
      cure: cureOf(error, given),
    });
  });
});

it('says what the system says of a network that fails', () => {
  const error = new RefrainError('network', { cause: { name: 'TypeError', code: 'ENOTFOUND' } });
  expect(formatError(error, given)).toContain('Spotify could not be reached (ENOTFOUND).');
  expect(formatError(error, given)).not.toMatch(/browser|page/);
});

it('names the profile in the commands that it advises', () => {
  expect(cureOf(new RefrainError('refresh_token_expired'), { refrain: refrainFor('work') })).toBe(
    'Renew it: refrain renew --profile work',
  );
  expect(cureOf(new RefrainError('refresh_token_expired'), given)).toBe('Renew it: refrain renew');
  // From a clone the command is no program of the shell’s.
  const refrain = refrainFor('default', { npm_command: 'exec' });
  expect(cureOf(new RefrainError('refresh_token_expired'), { refrain })).toBe('Renew it: npx refrain renew');
});

it('says when the next try is', () => {
  const retryAt = given.now + 900_000;
  expect(formatError(new RefrainError('rate_limited', { retryAt }), given)).toMatch(
    /^Next try: today at \d\d:\d\d\.$/m,
  );
});

it('tells a program when the next try is, and a person to wait until then', () => {
  const error = new RefrainError('rate_limited', { retryAt: given.now + 900_000 });
  expect(errorDocument(error, given).error).toMatchObject({
    message: expect.stringContaining('Next try: 2026-11-24T12:15:00.000Z.'),
    cure: 'Wait until then: asking sooner does not help.',
  });
});

it('says nothing twice', () => {
  const lines = formatError(new RefrainError('network', { cause: { code: 'ENOTFOUND' } }), given).split('\n');
  expect(lines.filter((line) => line.startsWith('Spotify could not be reached'))).toHaveLength(1);
});

it('tells an error of somebody else’s by its name alone', () => {
  const error = toRefrainError(Object.assign(new TypeError('token AQsecret'), { code: 'ERR_INVALID' }));
  expect(error).toMatchObject({ code: 'unexpected', detail: 'TypeError ERR_INVALID' });
  expect(JSON.stringify(errorDocument(error, given))).not.toContain('AQsecret');
  expect(toRefrainError('AQsecret').detail).toBe('Error');
});

it.each([
  ['wrong_usage', 2],
  ['endpoint_refused', 2],
  ['accounts_url_mismatch', 2],
  ['client_id_mismatch', 2],
  ['not_logged_in', 3],
  ['refresh_token_expired', 3],
  ['refresh_token_suspect', 3],
  ['refresh_token_in_doubt', 3],
  ['access_denied', 3],
  ['network', 1],
  ['store_failed', 1],
  ['port_taken', 1],
  ['interrupted', 130],
] as const)('%s ends with %i', (code, exitCode) => {
  expect(exitCodeOf(code)).toBe(exitCode);
});
