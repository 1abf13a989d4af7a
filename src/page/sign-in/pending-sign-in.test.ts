import { describe, expect, it } from 'vitest';
import type { PendingSignIn } from '../shared/page-context.ts';
import { dropPendingSignIn, loadPendingSignIn } from './pending-sign-in.ts';
import { hasPendingSignIn, savePendingSignIn } from './save-pending-sign-in.ts';

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

function memory(): { storage: () => Storage; entries: Map<string, string> } {
  const entries = new Map<string, string>();
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
  return { storage: () => storage as Storage, entries };
}

const blocked = (): Storage => {
  throw new DOMException('denied', 'SecurityError');
};

describe('a pending sign-in', () => {
  it('is loaded as it was saved, any number of times', () => {
    const { storage } = memory();
    savePendingSignIn(storage, pending);
    expect(loadPendingSignIn(storage)).toEqual(pending);
    expect(loadPendingSignIn(storage)).toEqual(pending);
  });

  it('is gone from storage once dropped', () => {
    const { storage, entries } = memory();
    savePendingSignIn(storage, pending);
    expect(hasPendingSignIn(storage)).toBe(true);
    dropPendingSignIn(storage);
    expect(hasPendingSignIn(storage)).toBe(false);
    expect(loadPendingSignIn(storage)).toBeUndefined();
    expect(entries.size).toBe(0);
  });

  it('is undefined before one was saved', () => {
    expect(loadPendingSignIn(memory().storage)).toBeUndefined();
  });

  it('cannot be saved if storage is blocked, and is undefined then', () => {
    expect(() => savePendingSignIn(blocked, pending)).toThrow('denied');
    expect(loadPendingSignIn(blocked)).toBeUndefined();
    expect(hasPendingSignIn(blocked)).toBe(false);
    expect(() => dropPendingSignIn(blocked)).not.toThrow();
  });

  it.each([
    ['not JSON', '{"mode":'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"sign-in"'],
    ['an unknown mode', JSON.stringify({ ...pending, mode: 'staging' })],
    ['practice, which is pending in the page', JSON.stringify({ ...pending, mode: 'practice' })],
    ['a grant without a sign-in', JSON.stringify({ ...pending, grant: 'client_credentials' })],
    ['an empty state', JSON.stringify({ ...pending, state: '' })],
    ['no verifier', JSON.stringify({ ...pending, codeVerifier: undefined })],
    ['scopes as one string', JSON.stringify({ ...pending, scopes: 'user-top-read' })],
    ['a number among the scopes', JSON.stringify({ ...pending, scopes: [1] })],
    ['no time', JSON.stringify({ ...pending, startedAt: null })],
  ])('is undefined if storage has something else: %s', (_, text) => {
    const { storage, entries } = memory();
    savePendingSignIn(storage, pending);
    for (const key of entries.keys()) entries.set(key, text);
    expect(loadPendingSignIn(storage)).toBeUndefined();
  });
});
