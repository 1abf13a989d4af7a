import { expect, it } from 'vitest';
import { readClientSecret } from './client-secret.ts';

it.each([
  [' 0f5e1d\r\n', '0f5e1d'],
  [' \n', ''],
  ['"0f5e1d"', '0f5e1d'],
  ['SPOTIFY_CLIENT_ID=3f9c\nSPOTIFY_CLIENT_SECRET=0f5e1d\n', '0f5e1d'],
  ['{"clientId":"3f9c","clientSecret":"0f5e1d"}', '0f5e1d'],
])('reads a client secret from %j', (text, clientSecret) => {
  expect(readClientSecret(text)).toBe(clientSecret);
});
