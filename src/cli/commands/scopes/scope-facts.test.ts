import { describe, expect, it } from 'vitest';
import { scopes } from '../../../spotify/scopes.ts';
import { presetFacts, scopeFacts } from './scope-facts.ts';

describe('scopeFacts', () => {
  it('tells of all 19, or of those that are named, in Spotify\u2019s order here', () => {
    expect(scopeFacts().map(({ name }) => name)).toEqual(scopes.map(({ name }) => name));
    expect(scopeFacts(['user-top-read', 'user-read-recently-played']).map(({ name }) => name)).toEqual([
      'user-read-recently-played',
      'user-top-read',
    ]);
  });

  it('tells what a scope opens, closed calls marked, and which presets hold it', () => {
    const [fact] = scopeFacts(['user-follow-modify']);
    expect(fact?.endpoints).toContainEqual({ method: 'PUT', path: '/me/library', closed: false });
    expect(fact?.endpoints).toContainEqual({ method: 'PUT', path: '/me/following', closed: true });
    expect(scopeFacts(['user-read-currently-playing'])[0]?.presets).toEqual([
      'listening-history',
      'now-playing',
      'playback-control',
    ]);
  });
});

describe('presetFacts', () => {
  it('names presets as a flag takes them', () => {
    expect(presetFacts().map(({ name }) => name)).toEqual([
      'listening-history',
      'now-playing',
      'playlists',
      'playback-control',
      'profile',
    ]);
  });
});
