import { describe, expect, it } from 'vitest';
import type { PendingSignIn } from '../shared/page-context.ts';
import { dropPendingSignIn, loadPendingSignIn, savePendingSignIn } from './pending-sign-in.ts';

const pending: PendingSignIn = {
  mode: 'spotify',
  accountsUrl: 'https://accounts.spotify.com',
  grant: 'authorization_code_pkce',
  clientId: '3f9c0b7e5a2d4c18b6e1f07a9d245c83',
  scopes: ['user-top-read'],
  redirectUri: 'https://me.example/refrain/',
  state: 's'.repeat(43),
  codeVerifier: 'v'.repeat(43),
  startedAt: 1_795_000_000_000,
};

function memory(): { storage: () => Storage; kept: Map<string, string> } {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return { storage: () => storage as Storage, kept };
}

const blocked = (): Storage => {
  throw new DOMException('denied', 'SecurityError');
};

describe('a pending try', () => {
  it('comes back as it was saved, as often as it is asked for', () => {
    const { storage } = memory();
    savePendingSignIn(storage, pending);
    expect(loadPendingSignIn(storage)).toEqual(pending);
    expect(loadPendingSignIn(storage)).toEqual(pending);
  });

  it('is gone from storage once dropped', () => {
    const { storage, kept } = memory();
    savePendingSignIn(storage, pending);
    dropPendingSignIn(storage);
    expect(loadPendingSignIn(storage)).toBeUndefined();
    expect(kept.size).toBe(0);
  });

  it('is none before one was saved', () => {
    expect(loadPendingSignIn(memory().storage)).toBeUndefined();
  });

  it('says so where storage is blocked: saving throws, the rest finds nothing', () => {
    expect(() => savePendingSignIn(blocked, pending)).toThrow('denied');
    expect(loadPendingSignIn(blocked)).toBeUndefined();
    expect(() => dropPendingSignIn(blocked)).not.toThrow();
  });

  it.each([
    ['no JSON', '{"mode":'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"try"'],
    ['an unknown mode', JSON.stringify({ ...pending, mode: 'staging' })],
    ['a grant without a trip', JSON.stringify({ ...pending, grant: 'client_credentials' })],
    ['an empty state', JSON.stringify({ ...pending, state: '' })],
    ['no verifier', JSON.stringify({ ...pending, codeVerifier: undefined })],
    ['scopes that are one text', JSON.stringify({ ...pending, scopes: 'user-top-read' })],
    ['a number among the scopes', JSON.stringify({ ...pending, scopes: [1] })],
    ['no time', JSON.stringify({ ...pending, startedAt: null })],
  ])('is none where storage holds something else: %s', (_, text) => {
    const { storage, kept } = memory();
    savePendingSignIn(storage, pending);
    for (const key of kept.keys()) kept.set(key, text);
    expect(loadPendingSignIn(storage)).toBeUndefined();
  });
});
