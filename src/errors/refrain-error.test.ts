import { runInNewContext, runInThisContext } from 'node:vm';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { errorTable } from './error-table.ts';
import { isRefrainError, RefrainError } from './refrain-error.ts';

describe('RefrainError', () => {
  it('carries the message of its code', () => {
    const error = new RefrainError('access_denied');
    const { message } = errorTable.access_denied;
    expect(error).toMatchObject({ name: 'RefrainError', code: 'access_denied', message });
    expect(String(error)).toBe(`RefrainError: ${message}`);
  });

  it.each([
    ['server_error', 'server_error'],
    ['a\u001b[31mb\u0000c\u202ed\u2028e', 'a [31mb c d e'],
    ['  so  ', 'so'],
    ['\ud800half', 'half'],
    ['\u{1f3b5}'.repeat(400), '\u{1f3b5}'.repeat(300)],
  ])('makes one short, plain line of what Spotify said: %j', (said, line) => {
    expect(new RefrainError('authorization_refused', { spotifySaid: said }).spotifySaid).toBe(line);
  });
});

describe('isRefrainError', () => {
  /** The class, bundled into a script that ends with an error of its own copy. */
  let script = '';
  beforeAll(async () => {
    const entry = new URL('refrain-error.ts', import.meta.url).pathname;
    const lib = { entry, formats: ['iife' as const], name: 'copy' };
    const built = await build({ configFile: false, logLevel: 'silent', build: { lib, write: false } });
    const [{ output }] = built as unknown as [{ output: [{ code: string }] }];
    script = `${output[0].code}; new copy.RefrainError('network')`;
  });

  it('knows an error of this copy', () => {
    expect(isRefrainError(new RefrainError('network'))).toBe(true);
  });

  it('knows an error of another copy of the package', () => {
    const error: unknown = runInThisContext(script);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(RefrainError);
    expect(isRefrainError(error)).toBe(true);
  });

  it('knows an error of another realm', () => {
    const error: unknown = runInNewContext(script);
    expect(error).not.toBeInstanceOf(Error);
    expect(isRefrainError(error)).toBe(true);
  });

  it.each([[new Error('network')], [{ code: 'network' }], ['network'], [null], [undefined]])('refuses %j', (value) => {
    expect(isRefrainError(value)).toBe(false);
  });
});
