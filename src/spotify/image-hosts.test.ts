import { expect, it } from 'vitest';
import { isSpotifyImage, spotifyImageHosts } from './image-hosts.ts';

it.each(spotifyImageHosts)('accepts a picture from %s', (host) => {
  expect(isSpotifyImage(`https://${host}/image/ab67616d`)).toBe(true);
});

it.each([
  '',
  'image.png',
  'http://i.scdn.co/image/ab',
  'https://i.scdn.co:8443/image/ab',
  'https://i.scdn.co.evil.example/image/ab',
  'https://evil.example/i.scdn.co',
  'https://i.scdn.co@evil.example/',
  'https://me:pass@i.scdn.co/',
  'data:image/png;base64,AAAA',
  'javascript:alert(1)',
])('refuses %j', (url) => {
  expect(isSpotifyImage(url)).toBe(false);
});
