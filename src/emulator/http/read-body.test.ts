import { describe, expect, it } from 'vitest';
import { readBody } from './read-body.ts';

const url = 'http://127.0.0.1/api/token';
const post = (body: string) => new Request(url, { method: 'POST', body });
/** A request as in Firefox, where it has no `body`. */
const withoutStream = (body: string) => Object.defineProperty(post(body), 'body', { value: undefined });

describe.each([
  ['a stream', post],
  ['no stream, as in Firefox', withoutStream],
])('a body with %s', (_, request) => {
  it('is read as text, up to the limit in bytes', async () => {
    expect(await readBody(request('grünes'), 7)).toBe('grünes');
    expect(await readBody(request('grünes'), 6)).toBeUndefined();
  });
});

it('reads no body as empty', async () => {
  expect(await readBody(new Request(url), 10)).toBe('');
});
