import { expect, it } from 'vitest';
import { readClientId } from './client-id.ts';

it.each([
  ['3f9c0b7e', '3f9c0b7e'],
  [' 3f9c0b7e\r\n', '3f9c0b7e'],
  [' 3f9c\u200b 0b7e\n\ufeff', '3f9c0b7e'],
  [' \u200b', ''],
])('reads a client ID from %j', (text, clientId) => {
  expect(readClientId(text)).toBe(clientId);
});
