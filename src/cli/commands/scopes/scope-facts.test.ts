import { describe, expect, it } from 'vitest';
import { scopes } from '../../../spotify/scopes.ts';
import { listPresets, listScopes } from './scope-facts.ts';

describe('listScopes', () => {
  it('lists all 19 scopes or the named ones, in display order', () => {
    expect(listScopes().map(({ name }) => name)).toEqual(scopes.map(({ name }) => name));
    expect(listScopes(['user-top-read', 'user-read-recently-played']).map(({ name }) => name)).toEqual([
      'user-read-recently-played',
      'user-top-read',
    ]);
  });

  it('lists the calls that need a scope, marks closed ones, and names its presets', () => {
    const [fact] = listScopes(['user-follow-modify']);
    expect(fact?.endpoints).toContainEqual({ method: 'PUT', path: '/me/library', closed: false });
    expect(fact?.endpoints).toContainEqual({ method: 'PUT', path: '/me/following', closed: true });
    expect(listScopes(['user-read-currently-playing'])[0]?.presets).toEqual([
      'listening-history',
      'now-playing',
      'playback-control',
    ]);
  });
});

describe('listPresets', () => {
  it('names presets as the flag takes them', () => {
    expect(listPresets().map(({ name }) => name)).toEqual([
      'listening-history',
      'now-playing',
      'playlists',
      'playback-control',
      'profile',
    ]);
  });
});
