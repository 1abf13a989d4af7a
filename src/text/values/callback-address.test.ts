import { expect, it } from 'vitest';
import { readCallbackAddress } from './callback-address.ts';

it.each([
  'http://127.0.0.1:41811/?code=AQ_a-b&state=s',
  '  http://127.0.0.1:41811/?code=AQ_a-b&state=s  \r',
  '"http://127.0.0.1:41811/?code=AQ_a-b&state=s"',
  '\u001b[200~http://127.0.0.1:41811/?code=AQ_a-b&state=s\u001b[201~',
  '?code=AQ_a-b&state=s',
  'http://127.0.0.1:41811/?code=AQ_\na-b&state=s',
  '127.0.0.1:8888/callback?code=AQ_a-b&state=s',
  '“http://127.0.0.1:8888/callback?code=AQ_a-b&state=s”',
  '`http://127.0.0.1:8888/callback?code=AQ_a-b&state=s`',
  '<http://127.0.0.1:8888/callback?code=AQ_a-b&state=s>',
  '[http://127.0.0.1:8888/callback?code=AQ_a-b&state=s](http://127.0.0.1:8888/callback?code=AQ_a-b&state=s)',
  '[the page](http://127.0.0.1:8888/callback?code=AQ_a-b&state=s)',
  'http%3A%2F%2F127.0.0.1%3A8888%2Fcallback%3Fcode%3DAQ_a-b%26state%3Ds',
  '\ufeffhttp://127.0.0.1:8888/callback?code=AQ_\u200ba-b&state=s\\n',
  'http://127.0.0.1:8888/callback?code=AQ_a-b&state=s#_=_',
])('reads the parameters of %j', (pasted) => {
  expect(String(readCallbackAddress(pasted))).toBe('code=AQ_a-b&state=s');
});

it('reads nothing from an empty line', () => {
  expect(readCallbackAddress(' \r')).toBeUndefined();
});

it.each([
  'hello',
  'http://127.0.0.1:41811/',
  'AQ_a-b',
  'https://accounts.spotify.com/authorize?client_id=a',
  'https://accounts.spotify.com/authorize?client_id=a&response_type=code&state=s',
  '%E0%A4%A',
])('refuses %j', (pasted) => {
  expect(() => readCallbackAddress(pasted)).toThrow(expect.objectContaining({ code: 'callback_malformed' }));
});
