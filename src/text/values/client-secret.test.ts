import { expect, it } from 'vitest';
import { readClientSecret } from './client-secret.ts';

it.each([
  [' 0f5e1d\r\n', '0f5e1d'],
  [' \n', ''],
])('reads a client secret from %j', (text, clientSecret) => {
  expect(readClientSecret(text)).toBe(clientSecret);
});
