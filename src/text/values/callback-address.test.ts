import { expect, it } from 'vitest';
import { readCallbackAddress } from './callback-address.ts';

it.each([
  'http://127.0.0.1:41811/?code=AQ_a-b&state=s',
  '  http://127.0.0.1:41811/?code=AQ_a-b&state=s  \r',
  '"http://127.0.0.1:41811/?code=AQ_a-b&state=s"',
  '\u001b[200~http://127.0.0.1:41811/?code=AQ_a-b&state=s\u001b[201~',
  '?code=AQ_a-b&state=s',
  'http://127.0.0.1:41811/?code=AQ_\na-b&state=s',
])('reads the parameters of %j', (pasted) => {
  expect(String(readCallbackAddress(pasted))).toBe('code=AQ_a-b&state=s');
});

it('reads nothing from an empty line', () => {
  expect(readCallbackAddress(' \r')).toBeUndefined();
});

it.each(['hello', 'http://127.0.0.1:41811/', 'AQ_a-b', 'https://accounts.spotify.com/authorize?client_id=a'])(
  'refuses %j',
  (pasted) => {
    expect(() => readCallbackAddress(pasted)).toThrow(expect.objectContaining({ code: 'callback_malformed' }));
  },
);
