import { expect, it } from 'vitest';
import { encodeBase64url, sha256 } from './hash.ts';

it('encodes base64url without padding', () => {
  expect(encodeBase64url(new Uint8Array([0xfb, 0xff, 0xfe, 0x01]))).toBe('-__-AQ');
  expect(encodeBase64url(new Uint8Array())).toBe('');
});

// FIPS 180-2, appendix B.1.
it('hashes a text', async () => {
  expect(Buffer.from(await sha256('abc')).toString('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
