import { expect, it } from 'vitest';
import { traceOf } from './error-trace.ts';

it.each([
  [new TypeError('AQsecret'), { name: 'TypeError' }],
  [Object.assign(new Error('AQsecret'), { code: 'ENOTFOUND' }), { name: 'Error', code: 'ENOTFOUND' }],
  [new TypeError('x', { cause: { code: 'ECONNREFUSED' } }), { name: 'TypeError', code: 'ECONNREFUSED' }],
  [{ name: 'client_secret=hush', code: 'client_secret=hush' }, { name: 'Error' }],
  ['AQsecret', { name: 'Error' }],
  [null, { name: 'Error' }],
  [undefined, { name: 'Error' }],
])('shows only the name and the code of %o', (error, trace) => {
  expect(traceOf(error)).toEqual(trace);
});
