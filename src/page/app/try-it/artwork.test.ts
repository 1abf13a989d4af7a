import { describe, expect, it } from 'vitest';
import { spotify } from '../../../spotify/endpoints.ts';
import { mayShow } from './artwork.tsx';

const practice = { accountsUrl: 'http://127.0.0.1:4000', apiUrl: 'http://127.0.0.1:4000' };

describe('mayShow', () => {
  it.each(['https://i.scdn.co/image/ab67', 'https://mosaic.scdn.co/640/x'])('allows %s, which is Spotify’s', (url) => {
    expect(mayShow(url, spotify)).toBe(true);
  });

  it.each([
    'https://evil.example/i.scdn.co/a.png',
    'https://i.scdn.co.evil.example/a.png',
    'http://i.scdn.co/image/ab67',
    'https://api.spotify.com/image.png',
    'data:image/png;base64,AAAA',
    'javascript:alert(1)',
    'not an address',
  ])('refuses %s', (url) => {
    expect(mayShow(url, spotify)).toBe(false);
  });

  it('allows a picture of the emulator only in practice', () => {
    expect(mayShow('http://127.0.0.1:4000/artwork/1.svg', practice)).toBe(true);
    expect(mayShow('http://127.0.0.1:4001/artwork/1.svg', practice)).toBe(false);
    expect(mayShow('http://127.0.0.1:4000/artwork/1.svg', spotify)).toBe(false);
  });
});
