import { expect, it } from 'vitest';
import { parseInline } from './inline.ts';

it('splits a text at bold, code and links', () => {
  expect(parseInline('In [the dashboard](dashboard) choose **Create app**, `npm start`.')).toEqual([
    { kind: 'text', text: 'In ' },
    { kind: 'link', text: 'the dashboard', link: 'dashboard' },
    { kind: 'text', text: ' choose ' },
    { kind: 'bold', text: 'Create app' },
    { kind: 'text', text: ', ' },
    { kind: 'code', text: 'npm start' },
    { kind: 'text', text: '.' },
  ]);
});

it('leaves a text without markup as it is', () => {
  expect(parseInline('2 * 2 [sic] (really)')).toEqual([{ kind: 'text', text: '2 * 2 [sic] (really)' }]);
  expect(parseInline('')).toEqual([]);
});
