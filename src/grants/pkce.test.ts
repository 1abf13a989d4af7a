import * as fc from 'fast-check';
import { calculatePKCECodeChallenge } from 'oauth4webapi';
import { describe, expect, it } from 'vitest';
import { codeChallengeOf, createRandomString } from './pkce.ts';

describe('codeChallengeOf', () => {
  it('computes the challenge of RFC 7636 appendix B', async () => {
    const challenge = await codeChallengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
    expect(challenge).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
  });

  it('agrees with oauth4webapi', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[\w.~-]{43,128}$/), async (verifier) => {
        expect(await codeChallengeOf(verifier)).toBe(await calculatePKCECodeChallenge(verifier));
      }),
    );
  });
});

describe('createRandomString', () => {
  it('has 256 bits as base64url, each time different', () => {
    const tokens = Array.from({ length: 500 }, createRandomString);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
    expect(new Set(tokens).size).toBe(500);
  });
});
