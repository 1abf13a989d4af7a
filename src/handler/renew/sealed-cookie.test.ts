import { describe, expect, it } from 'vitest';
import { createSealedCookie } from './sealed-cookie.ts';

const key = 'a key of at least thirty-two characters';
const start = Date.UTC(2026, 10, 28);
const requestWith = (cookie: string) => new Request('https://site.test/renew', { headers: { cookie } });
const pairOf = (header: string) => header.split(';', 1)[0] ?? '';

describe('a sealed cookie', () => {
  it('is opened by the same key, within its time', async () => {
    const { seal, open } = createSealedCookie(key, 600);
    const header = await seal({ state: 'abc' }, start);
    expect(header).toMatch(/^__Host-refrain-renew=[\w-]+; Path=\/; Max-Age=600; Secure; HttpOnly; SameSite=Lax$/);
    const request = requestWith(`other=1; ${pairOf(header)}`);
    expect(await open(request, start + 599_999)).toEqual({ state: 'abc' });
    expect(await open(request, start + 600_000)).toBeUndefined();
    expect(await createSealedCookie(`${key}!`, 600).open(request, start)).toBeUndefined();
  });

  it('shows nothing of its value, and never looks the same twice', async () => {
    const { seal } = createSealedCookie(key, 600);
    const headers = [await seal('the verifier', start), await seal('the verifier', start)];
    expect(new Set(headers).size).toBe(2);
    for (const header of headers) {
      expect(atob(pairOf(header).slice(21).replaceAll('-', '+').replaceAll('_', '/'))).not.toContain('verifier');
    }
  });

  it.each(['', 'x', '!', 'AAAA', 'A'.repeat(100), '%00'])('is not opened if it is %j', async (value) => {
    const { open } = createSealedCookie(key, 600);
    expect(await open(requestWith(`__Host-refrain-renew=${value}`), start)).toBeUndefined();
  });

  it('is not opened if one character was changed', async () => {
    const { seal, open } = createSealedCookie(key, 600);
    const pair = pairOf(await seal('value', start));
    const changed = pair.at(-3) === 'A' ? 'B' : 'A';
    expect(await open(requestWith(pair.slice(0, -3) + changed + pair.slice(-2)), start)).toBeUndefined();
  });
});
