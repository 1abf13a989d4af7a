import { expect, it } from 'vitest';
import { withFolder } from './open-folder.ts';

it('names the path that the system refuses, and its code', async () => {
  const refused = Object.assign(new Error('EACCES'), { code: 'EACCES', path: 'public/top' });
  await expect(withFolder('public', () => Promise.reject(refused))).rejects.toMatchObject({
    code: 'store_failed',
    detail: 'public/top cannot be written (EACCES).',
  });
});

it('passes on what the system did not refuse', async () => {
  await expect(withFolder('public', () => Promise.reject(new TypeError('a mistake')))).rejects.toThrow(TypeError);
});
