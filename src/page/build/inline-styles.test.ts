import { expect, it } from 'vitest';
import { inlineStyles, type BuiltFiles } from './inline-styles.ts';

const link = '<link rel="stylesheet" crossorigin href="./assets/index-1.css">';
const filesWith = (source: string): BuiltFiles => ({ 'assets/index-1.css': { type: 'asset', source } });

it('puts the stylesheet into the page, with addresses that hold there, and removes the file', () => {
  const files = filesWith('a{src:url(./x.woff2);b:url("y.svg");c:url(data:image/svg+xml,$1);d:url(#e)}\n');
  const { html, css } = inlineStyles(`<head>${link}</head>`, files);
  expect(css).toBe('a{src:url(./assets/x.woff2);b:url("./assets/y.svg");c:url(data:image/svg+xml,$1);d:url(#e)}');
  expect(html).toBe(`<head><style>${css}</style></head>`);
  expect(files).toEqual({});
});

it.each([
  ['no stylesheet', '<head></head>'],
  ['two', link + link],
])('stops the build if the page links to %s', (_, html) => {
  expect(() => inlineStyles(html, filesWith('a{}'))).toThrow('must link to one stylesheet');
});
