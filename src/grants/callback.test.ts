import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spotify } from '../spotify/endpoints.ts';
import { isRefrainError } from '../errors/refrain-error.ts';
import { checkCallback, checkedParameters, stateOf, type CheckedCallback } from './callback.ts';

const request = { clientId: 'a-client-id', state: 'the-state-of-this-request' };
const good = { code: 'AQ-the-code', state: request.state };
const check = (parameters: Record<string, string>) => checkCallback(new URLSearchParams(parameters), request, spotify);

describe('checkCallback', () => {
  it('accepts a code for this request', () => {
    const callback = check(good);
    expect(callback.state).toBe(request.state);
    expect(checkedParameters(callback, request).get('code')).toBe('AQ-the-code');
  });

  it('accepts the accounts origin as issuer and ignores unknown parameters', () => {
    const callback = check({ ...good, iss: 'https://accounts.spotify.com', response: 'x', id_token: 'y', foo: '' });
    expect(checkedParameters(callback, request).get('code')).toBe('AQ-the-code');
  });

  it('shows no code when printed', () => {
    const callback = check(good);
    expect(inspect(callback, { depth: null, showHidden: true }) + JSON.stringify(callback)).not.toContain(
      'AQ-the-code',
    );
  });

  it('passes on Spotify’s error and description', () => {
    const refused = { error: 'invalid_scope', error_description: 'No such scope', state: request.state };
    expect(() => check(refused)).toThrow(expect.objectContaining({ spotifySaid: 'invalid_scope: No such scope' }));
  });

  const names = fc.constantFrom('code', 'state', 'error', 'iss', 'error_description', 'x');
  const values = fc.oneof(
    fc.constantFrom('', request.state, 'AQ', 'https://accounts.spotify.com', 'access_denied'),
    fc.string(),
  );

  it('accepts only one code with this state, no error, no other issuer and nothing twice', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(names, values), { maxLength: 5 }), (pairs) => {
        const valuesOf = (wanted: string) => pairs.filter(([name]) => name === wanted).map(([, value]) => value);
        let passed = true;
        try {
          checkCallback(new URLSearchParams(pairs), request, spotify);
        } catch (error) {
          passed = false;
          if (!isRefrainError(error)) throw error;
        }
        const isGood =
          valuesOf('state').length === 1 &&
          valuesOf('state')[0] === request.state &&
          valuesOf('error').length === 0 &&
          valuesOf('code').length === 1 &&
          /^[ -~]+$/.test(valuesOf('code')[0] ?? '') &&
          valuesOf('iss').every((iss) => iss === 'https://accounts.spotify.com') &&
          new Set(pairs.map(([name]) => name)).size === pairs.length;
        expect(passed).toBe(isGood);
      }),
      { numRuns: 500 },
    );
  });
});

describe('stateOf', () => {
  it.each([
    ['code=a&state=b', 'b'],
    ['error=x&state=b', 'b'],
    ['code=a', undefined],
    ['state=', undefined],
    ['state=b&state=b', undefined],
    ['state=b&state=', undefined],
  ])('finds the one state in %s: %s', (query, state) => {
    expect(stateOf(new URLSearchParams(query))).toBe(state);
  });
});

describe('checkedParameters', () => {
  const mismatch = expect.objectContaining({ code: 'state_mismatch' });

  it('refuses a callback that was not checked', () => {
    const forged = { state: request.state } as CheckedCallback;
    expect(() => checkedParameters(forged, request)).toThrow(mismatch);
    expect(() => checkedParameters({ ...check(good) }, request)).toThrow(mismatch);
  });

  it('refuses another request', () => {
    expect(() => checkedParameters(check(good), { state: 'another' })).toThrow(mismatch);
  });
});
