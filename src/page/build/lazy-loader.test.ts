import { expect, it } from 'vitest';
import { addQuery } from './lazy-loader.ts';

it('lets the loader add a query to the address of each import()', () => {
  expect(addQuery('S(()=>import(`./a-1.js`),[]);S(() => import("./b.js"),d([0]))')).toBe(
    'S(q=>import(`./a-1.js`+q),[]);S(q=>import("./b.js"+q),d([0]))',
  );
});

it('leaves static imports as they are', () => {
  const code = 'import{a}from"./index-1.js";import"./b.js";import.meta.url';
  expect(addQuery(code)).toBe(code);
});

it('stops the build at an import() in another form, which could not be retried', () => {
  expect(() => addQuery('await import("./a.js")')).toThrow('import("./a.js")');
});
